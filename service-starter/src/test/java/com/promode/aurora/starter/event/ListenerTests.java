package com.promode.aurora.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What listeners may rely on, in a context as a service has it. */
class ListenerTests {

    private static final UUID TENANT = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Schema schema = new Schema();
    private KafkaProducer<String, byte[]> producer;
    private TopicLog deadLetters;

    @BeforeEach
    void begin() throws Exception {
        schema.owner.execute("CREATE TABLE effects (event_id UUID NOT NULL)");
        schema.owner.execute("GRANT SELECT, INSERT ON effects TO service");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Servers.kafka()), new StringSerializer(), new ByteArraySerializer());
        new TopicLog(schema.topic).close();
        deadLetters = new TopicLog(schema.topic + ".dlt");
    }

    @AfterEach
    void end() {
        producer.close();
        deadLetters.close();
        schema.close();
    }

    @FaultTest
    void appliesAnEventOnceThoughItComesAHundredTimes() {
        var event = event("the same");
        for (var time = 0; time < 100; time++) {
            send(event);
        }
        var last = event("last");
        send(event.key(), last);
        try (var service = new TestService(schema)) {
            awaitEffect(last);
            assertThat(schema.count("effects")).isEqualTo(2);
            assertThat(service.tenants()).containsOnly(TENANT);
        }
    }

    @FaultTest
    void appliesEventsOnceThoughKilledBetweenEffectAndOffset() throws Exception {
        for (var number = 0; number < 20; number++) {
            send("one partition", event("event " + number));
        }
        try (var dying = ListenerProcess.start(schema, schema.topic, true)) {
            assertThat(dying.await()).isEqualTo(RelayProcess.HALTED);
        }
        assertThat(schema.count("effects")).isEqualTo(5);
        try (var next = ListenerProcess.start(schema, schema.topic, false)) {
            await("the rest").atMost(SOON).until(() -> schema.count("inbox") == 20);
            assertThat(next.isAlive()).isTrue();
        }
        assertThat(schema.count("effects")).isEqualTo(20);
    }

    @FaultTest
    void putsPoisonAsideAtOnceAndGoesOn() {
        var unreadable = "{ this is not JSON".getBytes(StandardCharsets.UTF_8);
        sendRaw("key", "StorageLocationChanged", unreadable);
        var refused = event("poison");
        send("key", refused);
        sendRaw("key", "SomethingOfTheFuture", unreadable);
        sendRaw("key", null, unreadable);
        var good = event("good");
        send("key", good);
        try (var service = new TestService(schema)) {
            awaitEffect(good);
            assertThat(service.attempts(refused)).isEqualTo(1);
        }
        assertThat(deadLetters.read()).hasSize(3).allSatisfy(letter -> {
            assertThat(letter.key()).isEqualTo("key");
            assertThat(letter.headers().lastHeader("kafka_dlt-exception-fqcn")).isNotNull();
            assertThat(letter.headers().lastHeader("kafka_dlt-original-topic").value())
                    .asString()
                    .isEqualTo(schema.topic);
        });
        assertThat(deadLetters.read())
                .extracting(letter -> new String(letter.value(), StandardCharsets.UTF_8))
                .contains("{ this is not JSON", EventJson.MAPPER.writeValueAsString(refused));
    }

    @Test
    void waitsForWhatPassesByItself() {
        var event = event("busy");
        send("key", event);
        try (var service = new TestService(schema)) {
            awaitEffect(event);
            assertThat(service.attempts(event)).isEqualTo(5);
        }
        assertThat(deadLetters.read()).isEmpty();
    }

    @Test
    void appliesAPollInOneTransaction() {
        IntStream.range(0, 50).forEach(number -> send("key", event("event " + number)));
        var last = event("last");
        send("key", last);
        try (var service = new TestService(schema, Inbox.BY_THE_POLL)) {
            awaitEffect(last);
            assertThat(service.tenants()).containsOnly(TENANT);
        }
        assertThat(schema.count("effects")).isEqualTo(51);
        assertThat(Schema.number(schema.jdbc, "SELECT count(DISTINCT xmin::text) FROM effects"))
                .isLessThan(10);
    }

    @Test
    void appliesOnceWhatAPollBringsTwiceOrOnceMore() {
        var early = event("early");
        send("key", early);
        try (var service = new TestService(schema, Inbox.BY_THE_POLL)) {
            awaitEffect(early);
            var twice = event("twice");
            send("key", early);
            send("key", twice);
            send("key", twice);
            var last = event("last");
            send("key", last);
            awaitEffect(last);
        }
        assertThat(schema.count("effects")).isEqualTo(3);
    }

    @Test
    void holdsUpOrPutsAsideOnlyTheEventAtFaultOfAPoll() {
        send("key", event("before"));
        var refused = event("poison");
        send("key", refused);
        send("key", event("between"));
        var busy = event("busy");
        send("key", busy);
        var last = event("last");
        send("key", last);
        try (var service = new TestService(schema, Inbox.BY_THE_POLL)) {
            awaitEffect(last);
            assertThat(service.attempts(busy)).isEqualTo(5);
        }
        assertThat(schema.count("effects")).isEqualTo(4);
        assertThat(deadLetters.read()).singleElement().satisfies(letter -> assertThat(letter.value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(EventJson.MAPPER.writeValueAsString(refused)));
    }

    @Test
    void waitsAWhileForWhatMayStillBeTold() {
        var early = event("of something unheard of");
        send("key", early);
        var next = event("next");
        send("key", next);
        try (var service = new TestService(schema)) {
            awaitEffect(next);
            assertThat(service.attempts(early)).isGreaterThan(2);
        }
        assertThat(deadLetters.read()).singleElement().satisfies(letter -> assertThat(letter.headers()
                        .lastHeader("kafka_dlt-exception-message")
                        .value())
                .asString()
                .contains("Location " + early.locationId() + " has not been heard of yet"));
    }

    @Test
    void refusesToApplyOutsideOfAListener() {
        var inbox = new Inbox(schema.jdbc, schema.transaction);
        assertThatThrownBy(() -> inbox.once(event("outside"), () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@KafkaListener");
    }

    @Test
    void forgetsOldEvents() {
        schema.owner.update("INSERT INTO inbox SELECT 'c', gen_random_uuid(), now() - n * interval '1 day'"
                + " FROM generate_series(1, 20) n");
        new InboxJob(new Inbox(schema.jdbc, schema.transaction), Duration.ofDays(14)).forget();
        assertThat(schema.count("inbox")).isEqualTo(13);
    }

    private void awaitEffect(IntegrationEvent event) {
        await("effect")
                .atMost(SOON)
                .until(() ->
                        Schema.number(schema.jdbc, "SELECT count(*) FROM effects WHERE event_id = ?", event.eventId())
                                == 1);
    }

    private void send(IntegrationEvent event) {
        send(event.key(), event);
    }

    private void send(String key, IntegrationEvent event) {
        sendRaw(key, event.type(), EventJson.MAPPER.writeValueAsBytes(event));
    }

    private void sendRaw(String key, @Nullable String type, byte[] value) {
        var message = new ProducerRecord<>(schema.topic, key, value);
        if (type != null) {
            message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        }
        message.headers().add("ce_tenantid", TENANT.toString().getBytes(StandardCharsets.UTF_8));
        producer.send(message);
        producer.flush();
    }

    private static StorageLocationChanged event(String name) {
        return new StorageLocationChanged(
                UUID.randomUUID(),
                Instant.parse("2026-01-02T03:04:05Z"),
                UUID.randomUUID(),
                1,
                name,
                "cold_storage",
                "active",
                null,
                null,
                null);
    }
}
