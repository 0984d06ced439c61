package com.promode.aurora.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"AURORA_CONFIG_REPO=file:../config-repo", "management.server.port=0"})
class ConfigServiceTests {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void servesWhatIsSharedTogetherWithWhatIsTheServices() {
        var served = served("inventory-service", "default");

        assertThat(served)
                .containsEntry("aurora.schema", "inventory")
                .containsEntry("server.port", 8083)
                .containsEntry("management.server.port", 18083)
                .containsEntry("logging.structured.format.console", "ecs")
                .doesNotContainKey("server.address");
    }

    @Test
    void leavesSecretsToTheReader() {
        assertThat(served("inventory-service", "default"))
                .containsEntry("spring.datasource.password", "${AURORA_DB_PASSWORD:}");
    }

    @Test
    void bindsEveryServiceToThisMachineInProfileLocal() {
        assertThat(served("gateway-service", "local"))
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("management.server.address", "127.0.0.1")
                .containsEntry("server.port", 8080);
    }

    @Test
    void tellsItsHealthAndMetricsOnTheManagementPortOnly() {
        assertThat(get(managementPort, "/actuator/health/liveness")).contains("UP");
        assertThat(get(managementPort, "/actuator/health/readiness")).contains("UP");
        assertThat(get(managementPort, "/actuator/prometheus")).contains("jvm_memory_used_bytes");
    }

    /** Earlier sources win, as they do in the reading service. */
    private Map<String, Object> served(String service, String profile) {
        var answer = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/{service}/{profile}", service, profile)
                .retrieve()
                .body(Served.class);
        var merged = new LinkedHashMap<String, Object>();
        Objects.requireNonNull(answer).propertySources().reversed().forEach(source -> merged.putAll(source.source()));
        return merged;
    }

    private static String get(int port, String path) {
        var body = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .retrieve()
                .body(String.class);
        return body == null ? "" : body;
    }

    private record Served(List<Source> propertySources) {}

    private record Source(String name, Map<String, Object> source) {}
}
