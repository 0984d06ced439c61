package com.promode.aurora.test;

import com.promode.aurora.localstack.component.DatabaseBootstrap;
import com.promode.aurora.localstack.component.Folders;
import com.promode.aurora.localstack.component.PostgresServer;
import com.promode.aurora.localstack.component.Running;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL for the tests of this JVM, with the roles and schemas of the system: a container, or a plain process. */
final class TestDatabase {

    static final String PASSWORD = "test";

    private static final String URL = start();

    private TestDatabase() {}

    static String url() {
        return URL;
    }

    private static String start() {
        var bootstrap = DockerClientFactory.instance().isDockerAvailable() ? container() : process();
        bootstrap.run(role -> PASSWORD);
        return bootstrap.server() + "aurora";
    }

    private static DatabaseBootstrap container() {
        var postgres = new PostgreSQLContainer("postgres:18");
        postgres.start();
        var server = "jdbc:postgresql://%s:%d/".formatted(postgres.getHost(), postgres.getFirstMappedPort());
        return new DatabaseBootstrap(server, postgres.getUsername(), postgres.getPassword());
    }

    private static DatabaseBootstrap process() {
        var postgres = PostgresServer.temporary();
        Running.start(postgres, Folders.temporary("logs").resolve("postgresql.log"));
        return DatabaseBootstrap.of(postgres);
    }
}
