package com.promode.aurora.starter.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the relay's producers: durable, without delay, and impatient, so that a relay never waits for a broker longer than
 * PostgreSQL lets it be silent. An idempotent producer that gives a record up begins a new epoch, which keeps the broker
 * from taking the record later, out of order.
 */
class RelayProducers implements Supplier<Producer<String, byte[]>> {

    private final Map<String, Object> settings;

    /**
     * Takes what tells how to reach Kafka and sets the rest.
     *
     * @param kafka bootstrap servers and security
     */
    RelayProducers(Map<String, Object> kafka, Duration deliveryTimeout) {
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(deliveryTimeout.dividedBy(2)));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(deliveryTimeout.dividedBy(2)));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(deliveryTimeout));
        settings.put(
                ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, (long) millis(deliveryTimeout.dividedBy(2)));
    }

    @Override
    public Producer<String, byte[]> get() {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
