package com.promode.aurora.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts listen: the usual ports, all shifted alike.
 *
 * @param offset added to each port
 */
public record Address(int offset) {

    private static final int KEYCLOAK = 8180;
    private static final int KEYCLOAK_MANAGEMENT = 19000;
    private static final int KAFKA = 9092;
    private static final int KAFKA_CONTROLLER = 9093;
    private static final int POSTGRES = 5433;
    private static final int SMTP = 1025;
    private static final int SMS = 1026;
    private static final int MANAGEMENT = 10_000;
    private static final int LARGEST_OFFSET = 40_000;

    public Address {
        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw new IllegalArgumentException("AURORA_PORT_OFFSET must be from 0 to " + LARGEST_OFFSET);
        }
    }

    /** Shifted by {@code AURORA_PORT_OFFSET}, or where the running system listens when that is not set. */
    public static Address of(Home home, Map<String, String> environment) {
        return asked(environment).or(() -> kept(home)).orElse(new Address(0));
    }

    /** Where the running system listens; empty when none runs. */
    public static Optional<Address> kept(Home home) {
        try {
            return Files.exists(file(home)) && new Processes(home.run()).anyLives()
                    ? Optional.of(new Address(
                            Integer.parseInt(Files.readString(file(home)).strip())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the commands that follow find the system. */
    public void keep(Home home) {
        try {
            Files.writeString(file(home), Integer.toString(offset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When nothing runs any more. */
    public static void forget(Home home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Home home) {
        return home.run().resolve("port-offset");
    }

    private static Optional<Address> asked(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("AURORA_PORT_OFFSET"))
                .filter(text -> !text.isBlank())
                .map(text -> new Address(number(text)));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("AURORA_PORT_OFFSET must be a number, not " + text, e);
        }
    }

    public int postgres() {
        return POSTGRES + offset;
    }

    public int kafka() {
        return KAFKA + offset;
    }

    public int kafkaController() {
        return KAFKA_CONTROLLER + offset;
    }

    public int keycloak() {
        return KEYCLOAK + offset;
    }

    public int keycloakManagement() {
        return KEYCLOAK_MANAGEMENT + offset;
    }

    public int smtp() {
        return SMTP + offset;
    }

    public int sms() {
        return SMS + offset;
    }

    public int of(Service service) {
        return service.port() + offset;
    }

    /** Health and metrics. */
    public int management(Service service) {
        return service.port() + MANAGEMENT + offset;
    }

    public String url(Service service) {
        return url(of(service));
    }

    public String keycloakUrl() {
        return url(keycloak());
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
