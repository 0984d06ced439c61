package com.promode.aurora.localstack.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.EventCatalogue;
import com.promode.aurora.contracts.auth.TenantEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTests {

    @Test
    void hasTheTopicsAndTakesRecords(@TempDir Path folder) throws Exception {
        var kafka = KafkaServer.temporary();
        try (var running = Running.start(kafka, folder.resolve("kafka.log"));
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            assertThat(running.handle().isAlive()).isTrue();
            Topics.create(kafka.bootstrapServers());
            Topics.create(kafka.bootstrapServers());

            for (var topic : EventCatalogue.topics()) {
                assertThat(producer.send(new ProducerRecord<>(topic, "key", "value"))
                                .get()
                                .offset())
                        .isZero();
                assertThat(producer.partitionsFor(topic)).hasSize(12);
                assertThat(producer.partitionsFor(topic + ".dlt")).hasSize(12);
            }
            var tenants = new ConfigResource(ConfigResource.Type.TOPIC, TenantEvent.TOPIC);
            assertThat(admin.describeConfigs(List.of(tenants)).all().get())
                    .extractingByKey(tenants)
                    .satisfies(configuration -> assertThat(
                                    configuration.get("cleanup.policy").value())
                            .isEqualTo("compact"));
        }
    }
}
