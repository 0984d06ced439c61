package com.promode.aurora.localstack.stack;

import com.promode.aurora.localstack.component.Component;
import com.promode.aurora.localstack.component.DatabaseBootstrap;
import com.promode.aurora.localstack.component.KafkaServer;
import com.promode.aurora.localstack.component.KeycloakServer;
import com.promode.aurora.localstack.component.KeycloakSettings;
import com.promode.aurora.localstack.component.PostgresServer;
import com.promode.aurora.localstack.component.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the parts of the system together. */
public final class Stack {

    /** How much is spent on a start. */
    public enum Pace {
        /** The best compiler, and a rehearsal before the first start. */
        FULL,
        /** The quick compiler, no rehearsal. */
        QUICK;

        List<String> options() {
            return this == QUICK ? List.of("-XX:TieredStopAtLevel=1") : List.of();
        }
    }

    private final Home home;
    private final Address address;
    private final Secrets secrets;
    private final Pace pace;

    public Stack(Home home, Address address, Pace pace) {
        this.home = home;
        this.address = address;
        this.secrets = new Secrets(home.secrets());
        this.pace = pace;
    }

    /** All that there is, in an order in which each could start. */
    public List<Part> parts() {
        var parts = new ArrayList<>(List.of(
                postgres(),
                kafka(),
                new Part(new MailCatcher(address.smtp()), List.of()),
                new Part(smsCatcher(), List.of()),
                new Part(keycloak(), List.of("postgresql"))));
        for (var service : Service.present(home)) {
            parts.add(new Part(service(service), service.after()));
        }
        return parts;
    }

    private Part postgres() {
        var server = new PostgresServer(
                home.data().resolve("postgres"),
                address.postgres(),
                secrets.of("postgres"),
                PostgresServer.Durability.KEPT);
        return new Part(server, List.of(), () -> DatabaseBootstrap.of(server).run(secrets::of));
    }

    private Part kafka() {
        var server = new KafkaServer(
                home.data().resolve("kafka"), address.kafka(), address.kafkaController(), pace.options());
        return new Part(server, List.of(), () -> Topics.create(server.bootstrapServers()));
    }

    private Component keycloak() {
        var folder = home.root().resolve("keycloak");
        var cache = home.programs()
                .resolve("keycloak")
                .resolve("keycloak-%s-%s.aot"
                        .formatted(KeycloakServer.version(KeycloakSettings.extension()), Runtime.version()));
        return new Learnt(options -> keycloak(folder, options), cache, pace == Pace.FULL);
    }

    private Component keycloak(Path folder, List<String> options) {
        return new KeycloakServer(new KeycloakSettings(
                home.programs().resolve("keycloak/home"),
                address.keycloak(),
                address.keycloakManagement(),
                List.of(folder.resolve("realm"), folder.resolve("demo-users")),
                KeycloakSettings.extension(),
                Stream.concat(pace.options().stream(), options.stream()).toList(),
                database("keycloak"),
                "keycloak",
                secrets.of("keycloak"),
                keycloakEnvironment()));
    }

    private Map<String, String> keycloakEnvironment() {
        var environment = new HashMap<>(smsCatcher().account());
        environment.putAll(Map.of(
                "AURORA_KEYCLOAK_CLIENT_SECRET", secrets.of("keycloak.client"),
                "AURORA_SMTP_HOST", "127.0.0.1",
                "AURORA_SMTP_PORT", Integer.toString(address.smtp()),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"),
                "AURORA_KAFKA", "127.0.0.1:" + address.kafka(),
                // promode, as in config-repo: who tries to sign in as nobody is told to its administrators
                "AURORA_DEFAULT_TENANT", "0192f000-0000-7000-8000-000000000001",
                // auth-service tells it the address of the caller
                "KC_PROXY_HEADERS", "xforwarded",
                "KC_PROXY_TRUSTED_ADDRESSES", "127.0.0.1"));
        return environment;
    }

    private SmsCatcher smsCatcher() {
        return new SmsCatcher(address.sms(), secrets.of("sms"));
    }

    private Component service(Service service) {
        var program = Program.of(home, service.module());
        var cache = program.folder()
                .resolve("%s-%s-%s.aot".formatted(service.module(), program.fingerprint(), Runtime.version()));
        return new Learnt(
                options -> new ServiceProcess(
                        service,
                        program,
                        address,
                        environment(service),
                        Stream.concat(pace.options().stream(), options.stream()).toList()),
                cache,
                pace == Pace.FULL);
    }

    private Map<String, String> environment(Service service) {
        var environment = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(address.of(service)),
                "MANAGEMENT_SERVER_PORT", Integer.toString(address.management(service)),
                "SPRING_PROFILES_ACTIVE", "local",
                "AURORA_CONFIG_URL", address.url(Service.CONFIG),
                "AURORA_CONFIG_REPO", "file:" + home.root().resolve("config-repo"),
                "AURORA_KAFKA", "127.0.0.1:" + address.kafka(),
                "AURORA_KEYCLOAK_URL", address.keycloakUrl()));
        if (service.hasDatabase()) {
            environment.put("AURORA_DB_URL", database("aurora"));
            environment.put("AURORA_DB_PASSWORD", secrets.of(service.role()));
            environment.put("AURORA_DB_OWNER_PASSWORD", secrets.of("aurora_owner"));
        }
        if (service == Service.AUTH) {
            environment.put("AURORA_KEYCLOAK_CLIENT_SECRET", secrets.of("keycloak.client"));
        }
        if (service == Service.AUTH || service == Service.NOTIFICATION) {
            environment.put("AURORA_TICKET_SECRET", secrets.of("ticket"));
        }
        if (service == Service.GATEWAY) {
            for (var other : Service.values()) {
                environment.put(other.urlVariable(), address.url(other));
            }
        }
        return environment;
    }

    private String database(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(address.postgres(), name);
    }
}
