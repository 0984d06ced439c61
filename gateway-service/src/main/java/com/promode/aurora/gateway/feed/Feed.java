package com.promode.aurora.gateway.feed;

import static java.util.stream.Collectors.groupingBy;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the topics of all followers from their beginning, without a group, so that every replica knows all of it. Without
 * Kafka the gateway serves all the same, and takes this up when Kafka is there.
 */
@Component
class Feed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaProperties properties;
    private final Map<String, List<Follower>> followers;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile boolean running;
    private boolean warned;

    Feed(KafkaProperties properties, List<Follower> followers) {
        this.properties = properties;
        this.followers = followers.stream().collect(groupingBy(Follower::topic));
    }

    @Override
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("feed").daemon().start(this::follow);
        try {
            if (!caughtUp.await(properties.headStart().toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Serving before {} have been read", followers.keySet());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            var following = thread;
            if (following != null) {
                following.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void follow() {
        while (running) {
            try (var current = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = current;
                read(current);
            } catch (WakeupException asked) {
                return;
            } catch (RuntimeException e) {
                warn(e.toString());
                pause();
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> current) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : followers.keySet()) {
            var known = current.partitionsFor(topic, PATIENCE);
            if (known.isEmpty()) {
                warn(topic + " does not exist");
                pause();
                return;
            }
            known.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        var ends = current.endOffsets(partitions, PATIENCE);
        current.assign(partitions);
        current.seekToBeginning(partitions);
        while (running) {
            current.poll(POLL).forEach(this::deliver);
            if (caughtUp.getCount() > 0
                    && ends.entrySet().stream().allMatch(end -> current.position(end.getKey()) >= end.getValue())) {
                caughtUp.countDown();
                log.info("Following {}", followers.keySet());
            }
        }
    }

    private void deliver(ConsumerRecord<String, byte[]> message) {
        EventReader.read(message).ifPresent(event -> followers
                .getOrDefault(message.topic(), List.of())
                .forEach(follower -> deliver(event, follower)));
    }

    private static void deliver(IntegrationEvent event, Follower follower) {
        try {
            follower.on(event);
        } catch (RuntimeException e) {
            // one odd event must not end the thread that all others come by
            log.error("{} {} was not understood", event.type(), event.eventId(), e);
        }
    }

    private void warn(String reason) {
        if (!warned) {
            log.warn("Not following {} until Kafka answers: {}", followers.keySet(), reason);
            warned = true;
        }
    }

    private void pause() {
        try {
            stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>(properties.client());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
