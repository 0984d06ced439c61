package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Applies each event once per consumer, however often Kafka delivers it. */
public class Inbox {

    /**
     * {@code containerFactory} of a listener with many events and all of its effects in the database: what one poll brings is
     * applied in one transaction.
     */
    public static final String BY_THE_POLL = "listenersByThePoll";

    private static final int CHUNK = 10_000;

    /** What one poll has brought, and what of it has still to be applied. */
    private record Poll(Set<UUID> events, Set<UUID> fresh) {}

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
            if (isFirst(consumer, event.eventId())) {
                effect.run();
            }
        });
    }

    private boolean isFirst(String consumer, UUID event) {
        return TransactionSynchronizationManager.getResource(this) instanceof Poll poll && poll.events.contains(event)
                ? poll.fresh.remove(event)
                : !remember(consumer, List.of(event)).isEmpty();
    }

    /**
     * Does work, inside of a transaction, that applies these events: all of them are remembered at once, those too that it
     * takes no notice of.
     */
    void whole(Collection<UUID> events, Runnable work) {
        var fresh = remember(KafkaUtils.getConsumerGroupId(), events);
        TransactionSynchronizationManager.bindResource(this, new Poll(Set.copyOf(events), new HashSet<>(fresh)));
        try {
            work.run();
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    /** Says which of them had not been remembered before. */
    private List<UUID> remember(@Nullable String consumer, Collection<UUID> events) {
        return jdbc.queryForList("""
                INSERT INTO inbox (consumer, event_id) SELECT ?, unnest(?::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id
                """, UUID.class, consumer, events.toArray(UUID[]::new));
    }

    /** Forgets the oldest events, a bounded number of them; says how many. */
    int forget(Duration age) {
        return jdbc.update("""
                DELETE FROM inbox WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM inbox WHERE received_at < now() - make_interval(secs => ?) LIMIT ?))
                """, age.toSeconds(), CHUNK);
    }
}
