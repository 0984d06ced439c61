package com.promode.aurora.starter.feed;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads the topics of all feeds without a group, so that each replica hears everything. How far it has come is kept nowhere: a
 * restart begins anew. While Kafka does not answer, the service works on, and the feeds go on later where they were.
 */
public class FeedReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LOOK_AGAIN = Duration.ofSeconds(2).toNanos();
    /** Before the web server's, whose requests want what whole feeds have heard. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private static final Properties SETTINGS = new Properties();

    static {
        // each beginning is sought; this is for what expired while Kafka was away
        SETTINGS.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    private final Followers followers;
    private final ConsumerFactory<?, ?> consumers;
    private final Duration patience;
    private final CountDownLatch whole = new CountDownLatch(1);
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    /** @param patience how long the start of the service waits for its whole feeds */
    FeedReader(Followers followers, ConsumerFactory<?, ?> consumers, Duration patience) {
        this.followers = followers;
        this.consumers = consumers;
        this.patience = patience;
    }

    /** Whether every feed has caught up since the start and so misses nothing that is said from now on. */
    public boolean isFollowing() {
        return followers.all().allMatch(Follower::isFollowing);
    }

    /** Whether the feeds of a topic have caught up since the start. */
    public boolean isFollowing(String topic) {
        return followers.of(topic).allMatch(Follower::isFollowing);
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("feeds").start(this::run);
        try {
            if (!isRead() && !whole.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Kafka has not let its feeds be read in {}; the service starts without", patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    @Override
    public int getPhase() {
        return PHASE;
    }

    private boolean isRead() {
        return followers.all().filter(follower -> follower.feed().isWhole()).allMatch(Follower::isFollowing);
    }

    private void run() {
        while (isRunning()) {
            try (var consumer = consumers.createConsumer(null, null, null, SETTINGS)) {
                follow(consumer);
            } catch (RuntimeException e) {
                if (isRunning()) {
                    log.warn("Events can't be followed just now, trying again: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void follow(Consumer<?, ?> consumer) {
        followers.position(consumer);
        var looked = System.nanoTime();
        while (isRunning()) {
            consumer.poll(POLL).forEach(followers::pass);
            followers.all().forEach(follower -> follower.reached(consumer));
            if (isRead()) {
                whole.countDown();
            }
            if (followers.isIncomplete() && System.nanoTime() - looked > LOOK_AGAIN) {
                followers.position(consumer);
                looked = System.nanoTime();
            }
        }
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
