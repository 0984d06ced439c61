package com.promode.aurora.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The system that {@code AURORA_RATE_LIMIT=off ./aurora up} has started.
 *
 * @param offset added to each port
 */
record RunningSystem(Path root, int offset) {

    static final JsonMapper JSON = new JsonMapper();

    /** The role that inventory-service signs in with, and so is bound by row-level security. */
    static final String SERVICE = "inventory_service";

    static final String OWNER = "aurora_owner";
    static final String SUPERUSER = "postgres";

    private static final int GATEWAY = 8080;
    private static final int INVENTORY = 8083;
    private static final int POSTGRES = 5433;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Of computing in such a pause: at rest the system takes up to a third of a core. */
    private static final Duration CALM = Duration.ofSeconds(1);

    static RunningSystem find() {
        return new RunningSystem(
                Path.of(System.getProperty("aurora.root")).toAbsolutePath().normalize(),
                Integer.parseInt(Objects.requireNonNullElse(System.getenv("AURORA_PORT_OFFSET"), "0")));
    }

    URI gateway() {
        return url(GATEWAY);
    }

    /** Past the gateway. */
    URI inventory() {
        return url(INVENTORY);
    }

    URI url(int port) {
        return URI.create("http://127.0.0.1:" + (port + offset));
    }

    int postgresPort() {
        return POSTGRES + offset;
    }

    Path postgresLog() {
        return root.resolve(".aurora/logs/postgresql.log");
    }

    /** As somebody of the local profile; the token is good for an hour. */
    String signIn(String email) {
        var login = Map.of("email", email, "password", "Aurora!2026");
        var request = HttpRequest.newBuilder(gateway().resolve("/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(login)))
                .build();
        return answer(request).at("/data/access_token").asString();
    }

    /** What inventory-service answers. */
    JsonNode get(String path, String token) {
        return answer(HttpRequest.newBuilder(inventory().resolve(path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static JsonNode answer(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s answered %s".formatted(request.uri(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sees the schema of inventory-service; a connection for each statement. */
    JdbcClient database(String role) {
        return JdbcClient.create(dataSource(role));
    }

    DriverManagerDataSource dataSource(String role) {
        return new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:%d/aurora?currentSchema=inventory,public".formatted(postgresPort()),
                role,
                password(role));
    }

    String password(String role) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(root.resolve(".aurora/secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing runs: begin with AURORA_RATE_LIMIT=off ./aurora up", e);
        }
        return secrets.getProperty(role);
    }

    /** Waits until what was written has been told to everybody, so that it costs the next measurement nothing. */
    void awaitQuiet() {
        var database = database(OWNER);
        await().atMost(PATIENCE).until(() -> database.sql("SELECT NOT EXISTS (SELECT FROM outbox)")
                .query(Boolean.class)
                .single());
        var all = Cpu.ofAll(root);
        var before = new Duration[] {all.used()};
        await().atMost(PATIENCE).pollDelay(PAUSE).pollInterval(PAUSE).until(() -> {
            var used = all.used();
            var calm = used.minus(before[0]).compareTo(CALM) < 0;
            before[0] = used;
            return calm;
        });
    }
}
