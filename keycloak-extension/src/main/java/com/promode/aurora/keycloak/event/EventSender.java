package com.promode.aurora.keycloak.event;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Sends records from a thread of its own, one after the other, and again until Kafka has them. Whoever offers one never
 * waits: while Kafka is dead a limited number of records waits for it, and what does not fit in is lost and counted.
 */
final class EventSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventSender.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final BlockingQueue<ProducerRecord<String, byte[]>> waiting;
    private final Supplier<Producer<String, byte[]>> producers;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private long lost;
    private boolean silent;

    EventSender(Supplier<Producer<String, byte[]>> producers, int room) {
        this.producers = producers;
        this.waiting = new ArrayBlockingQueue<>(room);
        thread = Thread.ofPlatform().name("aurora-events").daemon().unstarted(this::run);
        // Kafka looks up its own classes by name
        thread.setContextClassLoader(EventSender.class.getClassLoader());
        thread.start();
    }

    void offer(ProducerRecord<String, byte[]> record) {
        if (!waiting.offer(record)) {
            lose(record, "too many wait already");
        }
    }

    synchronized long lost() {
        return lost;
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (var producer = producers.get()) {
                pump(producer);
            } catch (KafkaException e) {
                becomeSilent(e);
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Comes back when the producer is of no use any more. */
    private void pump(Producer<String, byte[]> producer) throws InterruptedException {
        while (closing.getCount() > 0 || !waiting.isEmpty()) {
            var record = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            if (record == null) {
                continue;
            }
            try {
                deliver(producer, record);
            } catch (KafkaException e) {
                lose(record, e.toString());
                return;
            }
        }
    }

    private void deliver(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record)
            throws InterruptedException {
        while (true) {
            try {
                producer.send(record).get();
                becomeHeard();
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RetriableException cause) {
                    becomeSilent(cause);
                } else {
                    throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
                }
            }
        }
    }

    private synchronized void lose(ProducerRecord<String, byte[]> record, String why) {
        if (lost++ == 0) {
            LOG.errorf("An event of %s is lost (%s), and more may be until Kafka answers", record.topic(), why);
        }
    }

    private synchronized void becomeSilent(KafkaException e) {
        if (!silent) {
            silent = true;
            LOG.warnf("Kafka does not answer (%s); events wait for it", e.getMessage());
        }
    }

    private synchronized void becomeHeard() {
        if (silent || lost > 0) {
            LOG.infof("Kafka answers again; %d events were lost", lost);
            silent = false;
            lost = 0;
        }
    }

    private void pause() {
        try {
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives what waits a moment to get away. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
