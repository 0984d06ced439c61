package com.promode.aurora.keycloak.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producers that give up on a dead Kafka soon; the sender tries again. */
record KafkaProducers(String bootstrapServers) implements Supplier<Producer<String, byte[]>> {

    private static final int BUFFER_BYTES = 4 * 1024 * 1024;

    @Override
    public Producer<String, byte[]> get() {
        var settings = new HashMap<String, Object>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "keycloak",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                BUFFER_BYTES));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(Duration.ofSeconds(1)));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(Duration.ofSeconds(2)));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(Duration.ofSeconds(5)));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public String toString() {
        return bootstrapServers;
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }
}
