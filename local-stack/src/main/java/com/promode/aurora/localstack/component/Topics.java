package com.promode.aurora.localstack.component;

import com.promode.aurora.contracts.EventCatalogue;
import com.promode.aurora.contracts.auth.SessionEvent;
import com.promode.aurora.contracts.auth.SettingEvent;
import com.promode.aurora.contracts.auth.TenantEvent;
import java.util.Map;
import java.util.Optional;
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
    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    private static final String TWO_HOURS = "7200000";

    /** Streams that are read whole: what they keep, and how long. */
    private static final Map<String, Map<String, String>> READ_WHOLE = Map.of(
            TenantEvent.TOPIC, COMPACTED,
            SettingEvent.TOPIC, COMPACTED,
            SessionEvent.TOPIC, Map.of(TopicConfig.RETENTION_MS_CONFIG, TWO_HOURS));

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
        return new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())
                .configs(READ_WHOLE.getOrDefault(topic, Map.of()));
    }

    private static NewTopic deadLetters(String topic) {
        // somebody must look at them, whenever that is
        return new NewTopic(topic + DEAD_LETTERS, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }
}
