package com.promode.aurora.localstack.component;

import com.promode.aurora.contracts.EventCatalogue;
import com.promode.aurora.contracts.auth.TenantEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of all events, each with one for the records that a consumer could not take. */
public final class Topics {

    public static final String DEAD_LETTERS = ".dlt";

    private static final int PARTITIONS = 12;
    private static final Set<String> COMPACTED = Set.of(TenantEvent.TOPIC);

    private Topics() {}

    /** Makes those that are missing; the others stay as they are. */
    public static void create(String bootstrapServers) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var existing = admin.listTopics().names().get();
            var missing = EventCatalogue.topics().stream()
                    .flatMap(topic -> Stream.of(events(topic), deadLetters(topic)))
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot make Kafka's topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making Kafka's topics", e);
        }
    }

    private static NewTopic events(String topic) {
        var configuration = COMPACTED.contains(topic)
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.<String, String>of();
        return new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty()).configs(configuration);
    }

    private static NewTopic deadLetters(String topic) {
        // somebody must look at them, whenever that is
        return new NewTopic(topic + DEAD_LETTERS, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }
}
