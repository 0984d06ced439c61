package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.transaction.support.TransactionOperations;

/** Applies each event once per consumer, however often Kafka delivers it. */
public class Inbox {

    /**
     * {@code containerFactory} of a listener with many events and all of its effects in the database: what one poll brings is
     * applied in one transaction.
     */
    public static final String BY_THE_POLL = "listenersByThePoll";

    private static final int CHUNK = 10_000;

    private final JdbcOperations jdbc;
    private final TransactionOperations transaction;

    Inbox(JdbcOperations jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Runs the effect in a transaction that also remembers the event, unless this consumer has applied it before. The
     * consumer is the group of the listener that calls.
     *
     * @throws IllegalStateException outside of a Kafka listener with a group
     */
    public void once(IntegrationEvent event, Runnable effect) {
        var consumer = KafkaUtils.getConsumerGroupId();
        if (consumer == null) {
            throw new IllegalStateException(
                    "Inbox.once(%s) belongs in a @KafkaListener with a groupId".formatted(event.type()));
        }
        transaction.executeWithoutResult(ignored -> {
            if (jdbc.update(
                            "INSERT INTO inbox (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                            consumer,
                            event.eventId())
                    == 1) {
                effect.run();
            }
        });
    }

    /** Forgets the oldest events, a bounded number of them; says how many. */
    int forget(Duration age) {
        return jdbc.update("""
                DELETE FROM inbox WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM inbox WHERE received_at < now() - make_interval(secs => ?) LIMIT ?))
                """, age.toSeconds(), CHUNK);
    }
}
