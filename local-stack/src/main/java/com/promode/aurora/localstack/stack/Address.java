package com.promode.aurora.localstack.stack;

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
    private static final int MANAGEMENT = 10_000;
    private static final int LARGEST_OFFSET = 40_000;

    public Address {
        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw new IllegalArgumentException("AURORA_PORT_OFFSET must be from 0 to " + LARGEST_OFFSET);
        }
    }

    /** Shifted by {@code AURORA_PORT_OFFSET}. */
    public static Address of(Map<String, String> environment) {
        return new Address(Optional.ofNullable(environment.get("AURORA_PORT_OFFSET"))
                .filter(text -> !text.isBlank())
                .map(Integer::valueOf)
                .orElse(0));
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
