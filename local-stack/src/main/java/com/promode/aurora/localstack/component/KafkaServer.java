package com.promode.aurora.localstack.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** One Kafka node on the loopback address, as a process of its own. */
public final class KafkaServer implements Component {

    private static final int REQUEST_MILLIS = 2_000;

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private final List<String> options;

    /** With the quick compiler. */
    public KafkaServer(Path directory, int port, int controllerPort) {
        this(directory, port, controllerPort, List.of("-XX:TieredStopAtLevel=1"));
    }

    /**
     * In full.
     *
     * @param options more of them for java
     */
    public KafkaServer(Path directory, int port, int controllerPort, List<String> options) {
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.options = options;
    }

    /** On free ports, in a folder that is deleted when this JVM ends. */
    public static KafkaServer temporary() {
        return new KafkaServer(Folders.temporary("kafka").resolve("data"), Ports.free(), Ports.free());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("clients", port, "controller", controllerPort);
    }

    /** Writes the configuration, and formats the storage when there is none. */
    @Override
    public void prepare() {
        try {
            Files.createDirectories(directory);
            try (var file = Files.newOutputStream(configuration())) {
                properties().store(file, null);
            }
            if (!Files.exists(directory.resolve("log/meta.properties"))) {
                Commands.run(
                        "Formatting Kafka's storage",
                        java(
                                "kafka.tools.StorageTool",
                                "format",
                                "--standalone",
                                "--cluster-id=" + Uuid.randomUuid(),
                                "--config"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> command() {
        return java("kafka.Kafka");
    }

    @Override
    public boolean ready() {
        if (!Ports.taken(port)) {
            return false;
        }
        try (var admin = admin()) {
            return !admin.describeCluster()
                    .nodes()
                    .get(REQUEST_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                REQUEST_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                REQUEST_MILLIS));
    }

    private Path configuration() {
        return directory.resolve("server.properties");
    }

    private Properties properties() throws IOException {
        var properties = new Properties();
        try (var common = KafkaServer.class.getResourceAsStream("/kafka/server.properties")) {
            properties.load(Objects.requireNonNull(common));
        }
        properties.setProperty("log.dirs", directory.resolve("log").toString());
        properties.setProperty(
                "listeners", "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        properties.setProperty("advertised.listeners", "BROKER://127.0.0.1:%d".formatted(port));
        properties.setProperty("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
        return properties;
    }

    private List<String> java(String main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Commands.java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlog4j2.configurationFile=classpath:kafka/log4j2.properties"));
        command.addAll(options);
        command.addAll(List.of("-cp", BuiltWith.classPath(), main));
        command.addAll(List.of(arguments));
        command.add(configuration().toString());
        return command;
    }
}
