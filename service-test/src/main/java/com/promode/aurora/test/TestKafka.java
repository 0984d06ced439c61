package com.promode.aurora.test;

import com.promode.aurora.localstack.component.Folders;
import com.promode.aurora.localstack.component.KafkaServer;
import com.promode.aurora.localstack.component.Running;
import com.promode.aurora.localstack.component.Topics;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka for the tests of this JVM: a container, or a plain process. */
public final class TestKafka {

    private static final String BOOTSTRAP_SERVERS = start();

    private TestKafka() {}

    /** For what runs beside the service under test and also publishes. */
    public static String bootstrapServers() {
        return BOOTSTRAP_SERVERS;
    }

    private static String start() {
        var bootstrapServers = server();
        Topics.create(bootstrapServers);
        return bootstrapServers;
    }

    private static String server() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            var kafka = new KafkaContainer("apache/kafka:4.2.0");
            kafka.start();
            return kafka.getBootstrapServers();
        }
        var kafka = KafkaServer.temporary();
        Running.start(kafka, Folders.temporary("logs").resolve("kafka.log"));
        return kafka.bootstrapServers();
    }
}
