package com.promode.aurora.starter.event;

import com.promode.aurora.localstack.component.KafkaServer;
import com.promode.aurora.localstack.component.Ports;
import com.promode.aurora.localstack.component.PostgresServer;
import com.promode.aurora.localstack.component.PostgresServer.Durability;
import com.promode.aurora.localstack.component.Running;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** PostgreSQL, as durable as in production, and Kafka: one of each for all tests of this module. */
final class Servers {

    /** Of all roles. */
    static final String PASSWORD = "postgres";

    private static final Path HOME =
            Path.of("target", "servers", Long.toString(ProcessHandle.current().pid()));
    private static final PostgresServer POSTGRES =
            new PostgresServer(HOME.resolve("postgres"), Ports.free(), PASSWORD, Durability.KEPT);
    private static final KafkaServer KAFKA = new KafkaServer(HOME.resolve("kafka"), Ports.free(), Ports.free());

    private static Running broker = Running.start(KAFKA, HOME.resolve("kafka.log"));

    static {
        Running.start(POSTGRES, HOME.resolve("postgres.log"));
        try (var connection = DriverManager.getConnection(database(), PostgresServer.SUPERUSER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE service LOGIN PASSWORD '%s'".formatted(PASSWORD));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Servers() {}

    static String database() {
        return POSTGRES.jdbcUrl("postgres");
    }

    static String kafka() {
        return KAFKA.bootstrapServers();
    }

    /** SIGKILL; returns when the broker is gone. */
    static void killBroker() {
        broker.handle().destroyForcibly();
        broker.handle().onExit().join();
    }

    /** Starts the broker, with the data of the one before, and waits until it answers. */
    static void startBroker() {
        broker = Running.start(KAFKA, HOME.resolve("kafka.log"));
    }
}
