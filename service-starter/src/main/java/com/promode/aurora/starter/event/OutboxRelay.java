package com.promode.aurora.starter.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is committed in one schema's outbox to Kafka, at least once and in order per key. One relay of a schema is the
 * owner, the others stand by. It needs no Spring.
 *
 * <p>A row leaves the outbox when Kafka has acknowledged it and never before; what can't be sent is tried for ever. Watch
 * {@code aurora.outbox.oldest.age} (seconds, as each process sees it), {@code aurora.outbox.sent} and
 * {@code aurora.outbox.owner} (1 in the process that sends).
 */
class OutboxRelay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private static final Duration STANDBY = Duration.ofSeconds(1);
    private static final Duration EAR = Duration.ofMillis(20);

    /** From one look to the next under load, so that one statement, one request to Kafka and one poll serve several events. */
    private static final Duration PACE = Duration.ofMillis(25);

    private final DataSource database;
    private final int block;
    private final Duration poll;
    private final Waves waves;
    private final Age age = new Age();
    private final Counter sent;
    private final Semaphore wakeUp = new Semaphore(0);

    /** Rows that Kafka has and the outbox too; still true after the connection was lost. */
    private final List<Long> acknowledged = new ArrayList<>();

    private volatile boolean running;
    private volatile boolean owner;
    private @Nullable Thread thread;

    /**
     * A relay that is not yet at work.
     *
     * @param database gives direct connections, never a pooler's; their first schema is the one whose outbox is sent
     * @param producers makes a producer as {@link RelayProducers} configures it
     */
    OutboxRelay(
            DataSource database,
            Supplier<Producer<String, byte[]>> producers,
            OutboxProperties properties,
            MeterRegistry meters) {
        this.database = database;
        this.block = properties.block();
        this.poll = properties.poll();
        this.waves = new Waves(producers);
        this.sent = Counter.builder("aurora.outbox.sent")
                .description("Events that Kafka has acknowledged")
                .register(meters);
        Gauge.builder("aurora.outbox.oldest.age", age, Age::seconds)
                .baseUnit("seconds")
                .description("How long the oldest event has been waiting")
                .register(meters);
        Gauge.builder("aurora.outbox.owner", () -> owner ? 1 : 0)
                .description("Whether this process sends")
                .register(meters);
    }

    synchronized void start() {
        if (thread == null) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
        }
    }

    /** Tells of a commit; never waits. */
    void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    boolean isRunning() {
        return running;
    }

    /** Lets what is on its way arrive, then gives the lock to another relay. */
    @Override
    public synchronized void close() throws InterruptedException {
        if (thread != null) {
            running = false;
            wake();
            thread.join();
            thread = null;
        }
    }

    private void run() {
        while (running) {
            try (var session = OutboxSession.open(database)) {
                standBy(session);
                relay(session);
            } catch (SQLException | RuntimeException e) {
                log.warn("The outbox relay begins anew: {}", String.valueOf(e));
                waves.abandon();
                awake(STANDBY);
            } finally {
                owner = false;
            }
        }
        waves.close();
    }

    /** Waits for the lock, and tells the owner elsewhere of this process's commits. */
    private void standBy(OutboxSession session) throws SQLException {
        while (running && !session.lock()) {
            age.set(session.age());
            var nextTry = System.nanoTime() + STANDBY.toNanos();
            for (var left = STANDBY;
                    running && left.isPositive();
                    left = Duration.ofNanos(nextTry - System.nanoTime())) {
                if (awake(left)) {
                    session.notifyOwner();
                }
            }
        }
    }

    private void relay(OutboxSession session) throws SQLException {
        if (running) {
            session.listen();
            owner = true;
            log.info("Relays the outbox of {}", session.schema());
        }
        while (running) {
            if (age.isOld()) {
                age.set(session.age());
            }
            var began = System.nanoTime();
            var rows = session.read(block, waves.held());
            if (rows.isEmpty()) {
                awaitCommit(session);
            } else {
                waves.send(rows, () -> isOwner(session), acknowledged);
            }
            moveAcknowledged(session);
            if (!rows.isEmpty() && rows.size() < block) {
                LockSupport.parkNanos(began + PACE.toNanos() - System.nanoTime());
            }
        }
    }

    private boolean isOwner(OutboxSession session) throws SQLException {
        session.requireOwnership();
        return running;
    }

    private void moveAcknowledged(OutboxSession session) throws SQLException {
        if (!acknowledged.isEmpty()) {
            sent.increment(session.move(acknowledged));
            acknowledged.clear();
        }
    }

    private void awaitCommit(OutboxSession session) throws SQLException {
        var until = System.nanoTime() + poll.toNanos();
        boolean told;
        do {
            told = awake(EAR) || session.notified();
        } while (running && !told && System.nanoTime() < until);
    }

    private boolean awake(Duration limit) {
        try {
            return wakeUp.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
            return false;
        }
    }

    /** Grows while nobody can look. */
    private static final class Age {

        private static final long OLD = Duration.ofSeconds(1).toNanos();

        private volatile double measured;
        private volatile long measuredAt = System.nanoTime() - OLD;

        void set(double seconds) {
            measured = seconds;
            measuredAt = System.nanoTime();
        }

        boolean isOld() {
            return System.nanoTime() - measuredAt >= OLD;
        }

        double seconds() {
            return measured == 0 ? 0 : measured + (System.nanoTime() - measuredAt) / 1e9;
        }
    }
}
