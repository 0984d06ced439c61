package com.promode.aurora.starter.feed;

import com.promode.aurora.contracts.IntegrationEvent;
import java.util.Optional;
import java.util.UUID;

/**
 * A topic that every replica follows for itself, without a group; whoever wants to hear one has a bean of this type. It
 * begins at the end of the topic unless it asks for more.
 *
 * @param <E> the events that it wants of its topic
 */
public interface Feed<E extends IntegrationEvent> {

    String topic();

    /** The events that it wants of its topic, or what they have in common; others are not even read. */
    Class<E> type();

    /**
     * The listeners' group that stores what is passed on here. Until it has stored an event, that can only be heard again
     * from this replica's memory; so a new replica begins where the group stands instead of at the end.
     */
    default Optional<String> storedBy() {
        return Optional.empty();
    }

    /**
     * Whether a new replica has to hear everything that the topic still holds: for state that is kept in memory alone. The
     * service takes no requests before that has been read, unless Kafka does not answer.
     */
    default boolean isWhole() {
        return false;
    }

    /** Passes an event on; called by one thread, once per event, in the order of each key. Must not wait. */
    void pass(UUID tenant, E event);

    /** All that the topic held when this replica began has been passed; called once, by the same thread. */
    default void caughtUp() {}
}
