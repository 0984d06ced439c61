package com.promode.aurora.localstack.component;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one Keycloak needs to know.
 *
 * @param home a folder of its own, made when missing
 * @param realms the folders whose {@code *.json} are imported; a realm that exists is left alone
 * @param providers jars that extend it
 * @param virtualMachine more options of java
 * @param environment for the placeholders of the realm files, and the first administrator
 *     ({@code KC_BOOTSTRAP_ADMIN_USERNAME}, {@code KC_BOOTSTRAP_ADMIN_PASSWORD})
 */
public record KeycloakSettings(
        Path home,
        int port,
        int managementPort,
        List<Path> realms,
        List<Path> providers,
        List<String> virtualMachine,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        Map<String, String> environment) {

    public KeycloakSettings {
        home = home.toAbsolutePath();
    }

    /** The jars of Aurora's own extension. */
    public static List<Path> extension() {
        return Stream.of("keycloak-extension-", "contracts-", "kafka-clients-")
                .map(BuiltWith::file)
                .toList();
    }

    /**
     * For tests: on free ports, in a folder that is deleted when this JVM ends; the database is bootstrapped already. Hashes of
     * passwords are as cheap as Argon2 can be: they were half of what Keycloak computed.
     */
    public static KeycloakSettings temporary(
            PostgresServer postgres, String databasePassword, Path realms, Map<String, String> environment) {
        var cheap = new HashMap<>(environment);
        cheap.put("KC_SPI_PASSWORD_HASHING__ARGON2__ITERATIONS", "1");
        cheap.put("KC_SPI_PASSWORD_HASHING__ARGON2__MEMORY", "8");
        return new KeycloakSettings(
                Folders.temporary("keycloak"),
                Ports.free(),
                Ports.free(),
                List.of(realms),
                extension(),
                List.of("-XX:TieredStopAtLevel=1"),
                postgres.jdbcUrl("keycloak"),
                "keycloak",
                databasePassword,
                cheap);
    }
}
