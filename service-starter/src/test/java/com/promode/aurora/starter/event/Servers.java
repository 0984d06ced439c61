package com.promode.aurora.starter.event;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** PostgreSQL and Kafka as real processes, one of each for all tests of this module; ports are those of the moment. */
final class Servers {

    private static final Path HOME = Path.of("target", "servers").toAbsolutePath();
    private static final int DATABASE_PORT = freePort();
    private static final int BROKER_PORT = freePort();
    private static final int CONTROLLER_PORT = freePort();

    private static ChildProcess broker = newBroker();

    // conditions are polled in this thread: others wait until the class is there
    static {
        startPostgres();
        awaitBroker();
    }

    private Servers() {}

    static String database() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(DATABASE_PORT);
    }

    static String kafka() {
        return "127.0.0.1:" + BROKER_PORT;
    }

    static void killBroker() {
        broker.close();
    }

    /** Starts the broker, with the data of the one before, and waits until it answers. */
    static void startBroker() {
        broker = newBroker();
        awaitBroker();
    }

    private static ChildProcess newBroker() {
        return ChildProcess.java(
                "192m", BrokerProcess.class, HOME.resolve("kafka-" + BROKER_PORT), BROKER_PORT, CONTROLLER_PORT);
    }

    private static void awaitBroker() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            await("Kafka")
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> admin.describeCluster()
                                    .nodes()
                                    .get(2, TimeUnit.SECONDS)
                                    .size()
                            == 1);
        }
    }

    private static void startPostgres() {
        try {
            var programs = HOME.resolve("postgres");
            if (Files.notExists(programs.resolve("bin/postgres"))) {
                unpack(programs);
            }
            var data = HOME.resolve("data-" + DATABASE_PORT);
            run(asAnybody(programs.resolve("bin/initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"));
            ChildProcess.run(
                    asAnybody(
                            programs.resolve("bin/postgres"),
                            "-D",
                            data,
                            "-p",
                            DATABASE_PORT,
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories="),
                    HOME.resolve("postgres.log").toFile());
            await("PostgreSQL")
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(
                            () -> {
                                try (var connection = DriverManager.getConnection(database(), "postgres", "");
                                        var statement = connection.createStatement()) {
                                    return statement.execute("CREATE ROLE service LOGIN");
                                }
                            },
                            ignored -> true);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    private static void unpack(Path target) throws IOException, InterruptedException {
        Files.createDirectories(target);
        var archive = target.resolve("postgres.txz");
        try (var stream = Servers.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            Files.copy(stream, archive);
        }
        run(List.of("tar", "-xJf", archive.toString(), "-C", target.toString()));
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asAnybody(Object... command) {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        for (var part : command) {
            whole.add(part.toString());
        }
        return whole;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var log = new File("target", "servers.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("%s failed, see %s".formatted(command, log.getAbsolutePath()));
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
