package com.promode.aurora.test;

import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.EventCatalogue;
import com.promode.aurora.contracts.IntegrationEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the service under test by Kafka, as the other services would: by the wire format, not by our own classes. */
public final class Events implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaProducer<String, String> producer;
    private final List<ConsumerRecord<String, String>> seen = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean closed;

    Events(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new StringSerializer());
        reader = Thread.ofPlatform().daemon().name("events-of-test").start(() -> read(bootstrapServers));
    }

    /** Sends an event of a tenant, as its producer's relay would. */
    public void send(UUID tenant, IntegrationEvent event) {
        var sent = new ProducerRecord<>(event.topic(), event.key(), JSON.writeValueAsString(event));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.eventId().toString(),
                        "ce_type", event.type(),
                        "ce_source", "/test",
                        "ce_subject", event.key(),
                        "ce_time", event.recordedAt().toString(),
                        "ce_tenantid", tenant.toString())
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(sent);
        producer.flush();
    }

    /** Sends a record that is no event. */
    public void sendRaw(String topic, String key, String value, String type) {
        var sent = new ProducerRecord<>(topic, key, value);
        sent.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        producer.send(sent);
        producer.flush();
    }

    /** The first event of this type that the service has published and that matches; waits up to 20 seconds for it. */
    public <E extends IntegrationEvent> E expect(Class<E> type, Predicate<E> matches) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> find(type, matches), Optional::isPresent)
                .orElseThrow();
    }

    /** All events of this type that have been seen so far and match, in the order of arrival. */
    public <E extends IntegrationEvent> List<E> all(Class<E> type, Predicate<E> matches) {
        return seen.stream()
                .filter(received -> type.getSimpleName().equals(header(received, "ce_type")))
                .map(received -> JSON.readValue(received.value(), type))
                .filter(matches)
                .toList();
    }

    /** A CloudEvents header of the record that carried an event, null if it has none. */
    public @Nullable String header(IntegrationEvent event, String name) {
        return seen.stream()
                .filter(received -> event.eventId().toString().equals(header(received, "ce_id")))
                .map(received -> header(received, name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not seen: " + event));
    }

    private <E extends IntegrationEvent> Optional<E> find(Class<E> type, Predicate<E> matches) {
        return all(type, matches).stream().findFirst();
    }

    private void read(String bootstrapServers) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                "test-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                500);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(EventCatalogue.topics());
            while (!closed) {
                consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
            }
        }
    }

    private static @Nullable String header(ConsumerRecord<String, String> received, String name) {
        var header = received.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        reader.join();
        producer.close(Duration.ofSeconds(2));
    }
}
