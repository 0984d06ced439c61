package com.promode.aurora.notification.feed;

import com.promode.aurora.contracts.IntegrationEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.stereotype.Component;

/**
 * Reads the topics of all feeds whole, without a group, so that each replica hears everything. What it has read is kept
 * nowhere: a restart begins anew, and clients ask for what they missed.
 */
@Component
public class FeedReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedReader.class);
    private static final int REMEMBERED = 10_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private static final Properties SETTINGS = new Properties();

    static {
        SETTINGS.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    }

    private final Map<String, Feed> feeds = new HashMap<>();
    private final ConsumerFactory<?, ?> consumers;
    private final RecordMessageConverter converter;
    private final RecordFilterStrategy<Object, Object> unknown;
    private final FeedStart start;
    private final Set<UUID> passed = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile boolean following;

    FeedReader(
            List<Feed> feeds,
            ConsumerFactory<?, ?> consumers,
            KafkaAdmin admin,
            RecordMessageConverter converter,
            RecordFilterStrategy<Object, Object> unknown) {
        feeds.forEach(feed -> this.feeds.put(feed.topic(), feed));
        this.consumers = consumers;
        this.converter = converter;
        this.unknown = unknown;
        this.start = new FeedStart(admin.getConfigurationProperties());
    }

    /** Whether this replica has caught up since its start and so misses nothing that is said from now on. */
    public boolean isFollowing() {
        return following;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("feeds").start(this::run);
    }

    /** Ends after the current poll; an interrupt would keep the consumer from taking its leave. */
    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void run() {
        while (isRunning()) {
            try (var consumer = consumers.createConsumer(null, null, null, SETTINGS)) {
                position(consumer);
                while (isRunning()) {
                    consumer.poll(POLL).forEach(this::pass);
                    following = following || caughtUp(consumer);
                }
            } catch (RuntimeException e) {
                if (isRunning()) {
                    log.warn("Events can't be followed just now, trying again: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void position(Consumer<?, ?> consumer) {
        if (next.isEmpty()) {
            var begin = new HashMap<TopicPartition, Long>();
            for (var feed : feeds.values()) {
                var last = consumer.endOffsets(FeedStart.partitions(consumer, feed.topic()));
                ends.putAll(last);
                begin.putAll(start.of(feed, last));
            }
            next.putAll(begin);
        }
        consumer.assign(next.keySet());
        next.forEach(consumer::seek);
    }

    private boolean caughtUp(Consumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void pass(ConsumerRecord<?, ?> message) {
        next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
        var feed = feeds.get(message.topic());
        var tenant = message.headers().lastHeader("ce_tenantid");
        if (feed == null || tenant == null || isUnknown(message)) {
            return;
        }
        try {
            var event = (IntegrationEvent) converter
                    .toMessage(message, null, null, IntegrationEvent.class)
                    .getPayload();
            if (passed.add(event.eventId())) {
                feed.pass(UUID.fromString(new String(tenant.value(), StandardCharsets.UTF_8)), event);
            }
        } catch (RuntimeException e) {
            log.warn("{} is not passed on: the listeners deal with it", message.topic() + "@" + message.offset(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private boolean isUnknown(ConsumerRecord<?, ?> message) {
        return unknown.filter((ConsumerRecord<Object, Object>) message);
    }

    private void pause() {
        try {
            if (stopped.await(1, TimeUnit.SECONDS)) {
                log.debug("Feeds end");
            }
        } catch (InterruptedException e) {
            throw new KafkaException(e);
        }
    }
}
