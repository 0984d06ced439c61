package com.promode.aurora.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Makes the databases, roles and schemas of the system on a fresh server, and what is missing on any other.
 *
 * @param server address up to the slash before the database, e.g. {@code jdbc:postgresql://127.0.0.1:5433/}
 * @param user a superuser
 */
public record DatabaseBootstrap(String server, String user, String password) {

    /** The login roles; each may only connect. */
    public static final List<String> ROLES = List.of(
            "aurora_owner",
            "keycloak",
            "auth_service",
            "supplier_service",
            "inventory_service",
            "warehouse_service",
            "logistics_service",
            "analytics_service",
            "notification_service");

    public static DatabaseBootstrap of(PostgresServer postgres) {
        return new DatabaseBootstrap(postgres.jdbcUrl(""), PostgresServer.SUPERUSER, postgres.password());
    }

    /** May run any number of times; the passwords are those of the last run. */
    public void run(UnaryOperator<String> passwordOfRole) {
        try {
            try (var connection = DriverManager.getConnection(server + "postgres", user, password)) {
                for (var role : ROLES) {
                    set(connection, "aurora.password." + role, passwordOfRole.apply(role));
                }
                execute(connection, script("roles.sql"));
                create(connection, "aurora", "aurora_owner");
                create(connection, "keycloak", "keycloak");
                execute(connection, "REVOKE ALL ON DATABASE aurora, keycloak FROM PUBLIC");
            }
            try (var connection = DriverManager.getConnection(server + "aurora", user, password)) {
                execute(connection, script("aurora.sql"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the databases: " + e.getMessage(), e);
        }
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static void create(Connection connection, String database, String owner) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            statement.setString(1, database);
            if (statement.executeQuery().next()) {
                return;
            }
        }
        execute(connection, "CREATE DATABASE %s OWNER %s".formatted(database, owner));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(String name) {
        try (var resource = DatabaseBootstrap.class.getResourceAsStream("/database/" + name)) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
