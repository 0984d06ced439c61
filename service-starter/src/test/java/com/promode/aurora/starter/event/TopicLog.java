package com.promode.aurora.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that ever arrived in a topic, in order per partition. */
final class TopicLog implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    TopicLog(String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Servers.kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Servers.kafka(), "default.api.timeout.ms", 5000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Everything up to now. */
    List<ConsumerRecord<String, byte[]>> read() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    /** The numbers of each key in the order in which each arrived first. */
    Map<String, Set<Long>> firsts() {
        var firsts = new LinkedHashMap<String, Set<Long>>();
        read().forEach(message -> firsts.computeIfAbsent(message.key(), ignored -> new LinkedHashSet<>())
                .add(number(message)));
        return firsts;
    }

    /** Waits until each key has numbers from one up to what is said, and checks that they came in order. */
    void awaitInOrder(Map<String, Long> counts, Duration limit) {
        await("all events")
                .atMost(limit)
                .ignoreExceptions()
                .until(() -> firsts().values().stream().mapToLong(Set::size).sum()
                        >= counts.values().stream().mapToLong(Long::longValue).sum());
        var expected = new LinkedHashMap<String, List<Long>>();
        counts.forEach((key, count) ->
                expected.put(key, LongStream.rangeClosed(1, count).boxed().toList()));
        var actual = new LinkedHashMap<String, List<Long>>();
        firsts().forEach((key, numbers) -> actual.put(key, List.copyOf(numbers)));
        assertThat(actual).isEqualTo(expected);
    }

    private static long number(ConsumerRecord<String, byte[]> message) {
        return Long.parseLong(new String(message.value(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
