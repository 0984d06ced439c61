package com.promode.aurora.starter.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Where a replica begins to read. */
class FeedStart {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> admin;

    FeedStart(Map<String, Object> admin) {
        this.admin = admin;
    }

    /** All partitions of a topic; none when there is no such topic. */
    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic, PATIENCE);
        return partitions == null
                ? List.of()
                : partitions.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
    }

    static Map<TopicPartition, Long> ends(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions, PATIENCE);
    }

    /** The beginning for a whole feed; else the ends, but not beyond where the feed's group stands. */
    Map<TopicPartition, Long> of(Feed<?> feed, Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        if (feed.isWhole()) {
            return consumer.beginningOffsets(ends.keySet(), PATIENCE);
        }
        var start = new HashMap<>(ends);
        feed.storedBy().ifPresent(group -> stored(group, ends.keySet())
                .forEach((partition, offset) -> start.merge(partition, offset, Math::min)));
        return start;
    }

    private Map<TopicPartition, Long> stored(String group, Collection<TopicPartition> partitions) {
        try (var client = Admin.create(admin)) {
            var stored = new HashMap<TopicPartition, Long>();
            client.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .forEach((partition, offset) -> {
                        if (offset != null && partitions.contains(partition)) {
                            stored.put(partition, offset.offset());
                        }
                    });
            return stored;
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Where %s stands is not known".formatted(group), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
