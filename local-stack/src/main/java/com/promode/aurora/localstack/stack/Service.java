package com.promode.aurora.localstack.stack;

import java.util.List;
import java.util.stream.Stream;

/** Our own services: module, port and what must be ready before each. */
public enum Service {
    CONFIG("config-service", 8888),
    GATEWAY("gateway-service", 8080, "config-service"),
    AUTH("auth-service", 8081, "postgresql", "kafka", "config-service", "keycloak"),
    SUPPLIER("supplier-service", 8082, "postgresql", "kafka", "config-service"),
    INVENTORY("inventory-service", 8083, "postgresql", "kafka", "config-service"),
    WAREHOUSE("warehouse-service", 8084, "postgresql", "kafka", "config-service"),
    LOGISTICS("logistics-service", 8085, "postgresql", "kafka", "config-service"),
    ANALYTICS("analytics-service", 8086, "postgresql", "kafka", "config-service"),
    NOTIFICATION("notification-service", 8087, "postgresql", "kafka", "config-service");

    private final String module;
    private final int port;
    private final List<String> after;

    Service(String module, int port, String... after) {
        this.module = module;
        this.port = port;
        this.after = List.of(after);
    }

    public String module() {
        return module;
    }

    /** Without the offset. */
    public int port() {
        return port;
    }

    /** The components that it needs. */
    public List<String> after() {
        return after;
    }

    /** A schema and a role of this name belong to it; empty for those without a database. */
    boolean hasDatabase() {
        return after.contains("postgresql");
    }

    String role() {
        return module.replace('-', '_');
    }

    /** {@code AURORA_INVENTORY_URL}. */
    String urlVariable() {
        return "AURORA_" + name() + "_URL";
    }

    /** Those that this project has the source of. */
    public static List<Service> present(Home home) {
        return Stream.of(values())
                .filter(service -> home.root()
                        .resolve(service.module)
                        .resolve("src/main/java")
                        .toFile()
                        .isDirectory())
                .toList();
    }
}
