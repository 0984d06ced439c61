package com.promode.aurora.starter.feed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All feeds by their topics, and what is to be read next for them. */
class Followers {

    private static final Logger log = LoggerFactory.getLogger(Followers.class);

    private final Map<String, List<Follower<?>>> byTopic;
    private final FeedStart start;
    private final FeedEvents events;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<String> missing = new HashSet<>();

    Followers(List<Feed<?>> feeds, FeedStart start, FeedEvents events) {
        this.byTopic = feeds.stream().collect(groupingBy(Feed::topic, mapping(Followers::follower, toList())));
        this.start = start;
        this.events = events;
        this.missing.addAll(byTopic.keySet());
    }

    private static Follower<?> follower(Feed<?> feed) {
        return new Follower<>(feed);
    }

    Stream<Follower<?>> all() {
        return byTopic.values().stream().flatMap(List::stream);
    }

    Stream<Follower<?>> of(String topic) {
        return byTopic.getOrDefault(topic, List.of()).stream();
    }

    /** Whether there are topics that were not there yet when they were looked for. */
    boolean isIncomplete() {
        return !missing.isEmpty();
    }

    /** Lets the consumer go on where it was, and begin what it has not begun. A missing topic does not stop the others. */
    void position(Consumer<?, ?> consumer) {
        List.copyOf(missing).forEach(topic -> begin(topic, consumer));
        consumer.assign(next.keySet());
        next.forEach(consumer::seek);
    }

    private void begin(String topic, Consumer<?, ?> consumer) {
        var partitions = FeedStart.partitions(consumer, topic);
        if (partitions.isEmpty()) {
            log.warn("There is no topic {} to follow; it is looked for again", topic);
            return;
        }
        var ends = FeedStart.ends(consumer, partitions);
        var begins = new HashMap<Follower<?>, Map<TopicPartition, Long>>();
        of(topic).forEach(follower -> begins.put(follower, start.of(follower.feed(), consumer, ends)));
        begins.forEach((follower, begin) -> {
            follower.begin(begin, ends);
            begin.forEach((partition, offset) -> next.merge(partition, offset, Math::min));
        });
        missing.remove(topic);
    }

    void pass(ConsumerRecord<?, ?> message) {
        var partition = new TopicPartition(message.topic(), message.partition());
        next.put(partition, message.offset() + 1);
        events.read(message, type -> of(message.topic()).anyMatch(follower -> follower.wants(type)))
                .ifPresent(event -> of(message.topic())
                        .forEach(
                                follower -> follower.pass(partition, message.offset(), event.tenant(), event.event())));
    }
}
