package com.promode.aurora.localstack.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseBootstrapTests {

    static PostgresServer postgres;
    static Running running;

    @BeforeAll
    static void start(@TempDir Path folder) {
        postgres =
                new PostgresServer(folder.resolve("data"), Ports.free(), "it's secret", PostgresServer.Durability.KEPT);
        running = Running.start(postgres, folder.resolve("postgresql.log"));
        DatabaseBootstrap.of(postgres).run(role -> "first " + role);
        DatabaseBootstrap.of(postgres).run(role -> "it's the second of " + role);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void anotherRunOnlySetsThePasswords() throws SQLException {
        try (var connection = as("keycloak", "keycloak", "it's the second of keycloak")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThatThrownBy(() -> as("keycloak", "keycloak", "first keycloak")).hasMessageContaining("password");
    }

    @Test
    void theOwnerMigratesAndTheServiceOnlyEnters() throws SQLException {
        try (var owner = as("aurora", "aurora_owner", "it's the second of aurora_owner")) {
            execute(owner, "CREATE TABLE inventory.things (name text)");
            execute(owner, "CREATE INDEX ON inventory.things USING gin (name gin_trgm_ops)");
            execute(owner, "GRANT SELECT ON inventory.things TO inventory_service");
        }
        try (var service = as("aurora", "inventory_service", "it's the second of inventory_service")) {
            execute(service, "SELECT * FROM things");
            assertThatThrownBy(() -> execute(service, "CREATE TABLE mine (name text)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(service, "SELECT * FROM warehouse.things"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void noServiceReachesKeycloaksTables() throws SQLException {
        try (var keycloak = as("keycloak", "keycloak", "it's the second of keycloak")) {
            execute(keycloak, "CREATE TABLE IF NOT EXISTS credential (secret text)");
        }
        assertThatThrownBy(() -> as("keycloak", "auth_service", "it's the second of auth_service"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatMustBeKeptIsWrittenToDisk() throws SQLException {
        try (var connection = as("postgres", PostgresServer.SUPERUSER, "it's secret")) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                try (var statement = connection.createStatement();
                        var result = statement.executeQuery("SHOW " + setting)) {
                    result.next();
                    assertThat(result.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }

    private static Connection as(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
