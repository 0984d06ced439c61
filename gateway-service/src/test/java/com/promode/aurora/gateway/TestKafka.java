package com.promode.aurora.gateway;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.localstack.component.Folders;
import com.promode.aurora.localstack.component.KafkaServer;
import com.promode.aurora.localstack.component.Running;
import com.promode.aurora.localstack.component.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Kafka with all topics, a process of its own, shared by all tests. */
class TestKafka implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final KafkaServer SERVER = KafkaServer.temporary();
    private static final JsonMapper JSON = new JsonMapper();

    static {
        Running.start(SERVER, Folders.temporary("logs").resolve("kafka.log"));
        Topics.create(SERVER.bootstrapServers());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().containsProperty("AURORA_KAFKA")) {
            TestPropertyValues.of("AURORA_KAFKA=" + SERVER.bootstrapServers(), "aurora.gateway.kafka.head-start=10s")
                    .applyTo(context);
        }
    }

    static String bootstrapServers() {
        return SERVER.bootstrapServers();
    }

    /** As the service that owns the topic sends it. */
    static void send(IntegrationEvent event) {
        send(event.topic(), event.key(), event.type(), JSON.writeValueAsBytes(event));
    }

    static void send(String topic, String key, String type, byte[] value) {
        var settings = new HashMap<String, Object>(Map.of("bootstrap.servers", SERVER.bootstrapServers()));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>(topic, key, value);
            message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            producer.send(message);
        }
    }
}
