package com.promode.aurora.starter.feed;

import com.promode.aurora.contracts.IntegrationEvent;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one feed has come; several may follow one topic, each from a beginning of its own. */
class Follower<E extends IntegrationEvent> {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    private final Feed<E> feed;
    private Map<TopicPartition, Long> begin = Map.of();
    private Map<TopicPartition, Long> ends = Map.of();
    private volatile boolean following;

    Follower(Feed<E> feed) {
        this.feed = feed;
    }

    Feed<E> feed() {
        return feed;
    }

    /** Whether it has heard all that there was when it began. */
    boolean isFollowing() {
        return following;
    }

    void begin(Map<TopicPartition, Long> from, Map<TopicPartition, Long> until) {
        begin = from;
        ends = until;
    }

    void pass(TopicPartition partition, long offset, UUID tenant, IntegrationEvent event) {
        if (feed.type().isInstance(event) && offset >= begin.getOrDefault(partition, 0L)) {
            attempt(() -> feed.pass(tenant, feed.type().cast(event)), event.type());
        }
    }

    boolean wants(Class<? extends IntegrationEvent> type) {
        return feed.type().isAssignableFrom(type);
    }

    /** Takes note of how far the consumer has come. */
    void reached(Consumer<?, ?> consumer) {
        if (!following
                && !ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            attempt(feed::caughtUp, "The news of having caught up");
            following = true;
        }
    }

    private void attempt(Runnable call, String what) {
        try {
            call.run();
        } catch (RuntimeException e) {
            log.warn(
                    "{} of {} is lost to {}",
                    what,
                    feed.topic(),
                    feed.getClass().getSimpleName(),
                    e);
        }
    }
}
