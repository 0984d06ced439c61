package com.promode.aurora.starter.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends rows so that those of one key arrive in order: the first of each key at once, and the next of a key when Kafka has
 * acknowledged the one before. So a row is never sent before its predecessors are safe, whatever a producer does with what
 * it had to give up: what arrives late is a copy of something older, with an event id that consumers have seen.
 */
class Waves implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Waves.class);

    /** A producer that fails only after a while has waited for the topic; one that fails at once dislikes the record. */
    private static final long SLOW = Duration.ofMillis(200).toNanos();

    private final Supplier<Producer<String, byte[]>> producers;
    private final Holds holds = new Holds();
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private @Nullable Producer<String, byte[]> producer;

    /** Whether the producer has failed in a way from which some do not recover. */
    private boolean doubtful;

    Waves(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    /** Asked before each row leaves. */
    interface Permission {

        /**
         * Whether to go on.
         *
         * @throws SQLException when the relay is no longer the owner
         */
        boolean granted() throws SQLException;
    }

    private record Shipment(OutboxRow row, Future<?> ack) {}

    /** Rows that a topic has not taken: the first of them and why, and how many there are. */
    private record Refusal(long seq, String why, int rows) {

        Refusal and(Refusal other) {
            return new Refusal(seq, why, rows + other.rows);
        }
    }

    /** Lanes that are not to be read, because their next row has just failed. */
    Collection<String> held() {
        return holds.current();
    }

    /**
     * Sends a block.
     *
     * @param acknowledged takes the numbers of the rows that have arrived, also when this ends with an exception
     */
    void send(List<OutboxRow> block, Permission permission, Collection<Long> acknowledged) throws SQLException {
        var lanes = new LinkedHashMap<String, Deque<OutboxRow>>();
        block.forEach(row ->
                lanes.computeIfAbsent(row.lane(), ignored -> new ArrayDeque<>()).add(row));
        while (!lanes.isEmpty() && permission.granted()) {
            for (var shipment : ship(lanes, permission)) {
                if (arrived(shipment)) {
                    acknowledged.add(shipment.row().seq());
                } else {
                    lanes.remove(shipment.row().lane());
                }
            }
            tellRefusals();
            lanes.values().removeIf(Deque::isEmpty);
            if (doubtful) {
                abandon();
            }
        }
    }

    /** Takes the first row of each lane. */
    private List<Shipment> ship(Map<String, Deque<OutboxRow>> lanes, Permission permission) throws SQLException {
        var wave = new ArrayList<Shipment>(lanes.size());
        var unreachable = new HashSet<String>();
        for (var lane : lanes.values()) {
            if (!permission.granted()) {
                break;
            }
            var row = lane.remove();
            var began = System.nanoTime();
            var ack = unreachable.contains(row.topic())
                    ? CompletableFuture.failedFuture(new TimeoutException("not tried, as its topic can't be reached"))
                    : send(row.message());
            if (ack.state() == Future.State.FAILED && System.nanoTime() - began > SLOW) {
                unreachable.add(row.topic()); // one wait for a topic is enough
            }
            wave.add(new Shipment(row, ack));
        }
        return wave;
    }

    private Future<?> send(ProducerRecord<String, byte[]> message) {
        try {
            if (producer == null) {
                producer = producers.get();
            }
            return producer.send(message);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private boolean arrived(Shipment shipment) {
        var row = shipment.row();
        try {
            shipment.ack().get();
            holds.release(row.lane());
            return true;
        } catch (ExecutionException e) {
            refusals.merge(row.topic(), new Refusal(row.seq(), String.valueOf(e.getCause()), 1), Refusal::and);
            holds.hold(row.lane());
            doubtful |= !(e.getCause() instanceof RetriableException);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A line for each topic: with a dead broker every row would have its own. */
    private void tellRefusals() {
        refusals.forEach((topic, refusal) -> log.warn(
                "{} does not take {} rows of the outbox, the first is {}; they are kept and tried again: {}",
                topic,
                refusal.rows(),
                refusal.seq(),
                refusal.why()));
        refusals.clear();
    }

    /** Forgets what is on its way: it must not be sent by one that is no longer the owner. */
    void abandon() {
        closeWithin(Duration.ZERO);
    }

    @Override
    public void close() {
        closeWithin(Duration.ofSeconds(5));
    }

    private void closeWithin(Duration limit) {
        if (producer != null) {
            producer.close(limit);
            producer = null;
            doubtful = false;
        }
    }
}
