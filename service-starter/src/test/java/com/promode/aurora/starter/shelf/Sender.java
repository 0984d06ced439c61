package com.promode.aurora.starter.shelf;

import com.promode.aurora.contracts.IntegrationEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Sends events to the small application, as another service would. */
public final class Sender implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaProducer<String, String> producer;

    Sender(Environment environment) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", environment.getRequiredProperty("spring.kafka.bootstrap-servers")),
                new StringSerializer(),
                new StringSerializer());
    }

    public void send(UUID tenant, IntegrationEvent event) {
        send(event.topic(), tenant, event);
    }

    public void send(String topic, UUID tenant, IntegrationEvent event) {
        sendRaw(
                topic,
                event.key(),
                JSON.writeValueAsString(event),
                Map.of("ce_type", event.type(), "ce_tenantid", tenant.toString()));
    }

    /** Sends a record that may be no event. */
    public void sendRaw(String topic, String key, String value, Map<String, String> headers) {
        var sent = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(sent);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
