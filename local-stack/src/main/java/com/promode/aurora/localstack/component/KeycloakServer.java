package com.promode.aurora.localstack.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak on the loopback address, with its data in PostgreSQL and the realms of a folder imported. */
public final class KeycloakServer implements Component {

    private final KeycloakSettings settings;
    private final KeycloakDistribution distribution;

    public KeycloakServer(KeycloakSettings settings) {
        this.settings = settings;
        this.distribution = new KeycloakDistribution(settings.providers());
    }

    /** Tells one program from another: Keycloak's version and the contents of these jars. */
    public static String version(List<Path> providers) {
        return new KeycloakDistribution(providers).version();
    }

    public String url() {
        return "http://127.0.0.1:" + settings.port();
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("HTTP", settings.port(), "management", settings.managementPort());
    }

    /** Links the shared distribution into a home of its own, whose import folder holds the realm files. */
    @Override
    public void prepare() {
        try {
            var home = settings.home();
            Folders.delete(home.resolve("data/import"));
            Files.createDirectories(home.resolve("data/import"));
            for (var part : List.of("lib", "conf", "providers", "themes")) {
                Files.deleteIfExists(home.resolve(part));
                Files.createSymbolicLink(home.resolve(part), distribution.home().resolve(part));
            }
            for (var folder : settings.realms()) {
                copy(folder, home.resolve("data/import"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path realms, Path target) throws IOException {
        try (var files = Files.newDirectoryStream(realms, "*.json")) {
            for (var file : files) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(List.of(
                Commands.java(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(settings.virtualMachine());
        command.addAll(KeycloakDistribution.run(settings.home(), distribution.home()));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-port=" + settings.managementPort(),
                "--http-management-host=127.0.0.1",
                "--hostname=" + url(),
                "--cache=local",
                "--db-url=" + settings.databaseUrl(),
                "--db-username=" + settings.databaseUser(),
                "--db-pool-max-size=20",
                "--import-realm"));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        var environment = new HashMap<>(settings.environment());
        environment.put("KC_DB_PASSWORD", settings.databasePassword());
        return environment;
    }

    @Override
    public boolean ready() {
        return Health.up(URI.create("http://127.0.0.1:%d/health/ready".formatted(settings.managementPort())));
    }

    @Override
    public Duration patience() {
        // the first start makes the schema and imports the realm
        return Duration.ofMinutes(4);
    }
}
