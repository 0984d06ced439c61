package com.promode.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.gateway.UsageEvent.ApiUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "AURORA_ALLOWED_ORIGINS=https://admin.example.com,https://other.example.com",
            "aurora.gateway.usage.portals.admin=https://admin.example.com"
        })
@ExtendWith(OutputCaptureExtension.class)
class UsageTests {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Test
    void tellsHowTheApiIsUsed(CapturedOutput output, @Autowired SmartLifecycle usageSender) throws Exception {
        var client = new Client(port);
        var tenant = UUID.randomUUID();
        var started = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        for (var user : List.of("anna", "berta", "anna")) {
            client.get("/api/orders", token(user, tenant));
        }
        client.get("/api/orders", token("anna", tenant), "Origin", "https://admin.example.com");
        client.get("/api/orders", token("anna", tenant), "Origin", "https://other.example.com");
        client.get("/api/nothing/here", token("anna", tenant));
        client.get("/api/orders", "");

        // a client has its answer a moment before it is counted, and the log line comes after that
        await().untilAsserted(() -> assertThat(output.getOut().lines().filter(line -> line.contains("\"access\"")))
                .hasSize(7));
        // as when the gateway ends: it does not wait for the minute to be over
        usageSender.stop();

        var told =
                told().stream().filter(usage -> tenant.equals(usage.tenantId())).toList();
        // the minute may have turned
        assertThat(told)
                .allSatisfy(usage -> assertThat(usage.minute()).isBetween(started, Instant.now()))
                .allSatisfy(usage -> assertThat(usage.latency().values().stream()
                                .mapToLong(count -> count)
                                .sum())
                        .isEqualTo(usage.requests()));
        assertThat(requests(told))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "logistics-service 2xx portal-client", 4L,
                        "logistics-service 2xx admin", 1L,
                        "none 4xx portal-client", 1L));
        assertThat(told.stream().filter(usage -> usage.statusClass().equals("2xx")))
                .allSatisfy(usage -> assertThat(usage.bytes()).isEqualTo(5 * usage.requests()));
        assertThat(told.stream().mapToInt(ApiUsage::distinctUsers).max()).hasValue(2);
        assertThat(told())
                .anyMatch(usage -> usage.tenantId() == null
                        && usage.statusClass().equals("4xx")
                        && usage.portal().equals("none"));
    }

    private static Map<String, Long> requests(List<ApiUsage> told) {
        var requests = new HashMap<String, Long>();
        told.forEach(usage -> requests.merge(
                "%s %s %s".formatted(usage.routeId(), usage.statusClass(), usage.portal()),
                usage.requests(),
                Long::sum));
        return requests;
    }

    private static String token(String user, UUID tenant) {
        return Tokens.with(claims ->
                claims.subject(user).claim("tenant_id", tenant.toString()).claim("azp", "portal-client"));
    }

    private static List<ApiUsage> told() {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("gateway.usage").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var told = new ArrayList<ApiUsage>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> told.add(read(message)));
            }
            return told;
        }
    }

    private static ApiUsage read(ConsumerRecord<String, byte[]> message) {
        var usage = JSON.readValue(message.value(), ApiUsage.class);
        assertThat(message.key()).isEqualTo(usage.routeId());
        assertThat(header(message, "ce_type")).isEqualTo("ApiUsage");
        assertThat(header(message, "ce_id")).isEqualTo(usage.eventId().toString());
        assertThat(header(message, "ce_tenantid"))
                .isEqualTo(String.valueOf(usage.tenantId() == null ? new UUID(0, 0) : usage.tenantId()));
        return usage;
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
