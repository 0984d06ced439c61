package com.promode.aurora.notification.feed;

import com.promode.aurora.contracts.IntegrationEvent;
import java.util.Optional;
import java.util.UUID;

/** A topic whose events every replica passes on; each feature that pushes has one as a bean. */
public interface Feed {

    String topic();

    /**
     * The listeners' group that stores what is passed on here. Until it has stored an event, that can only be heard again
     * from this replica's memory; so a new replica begins where the group stands instead of at the end.
     */
    default Optional<String> storedBy() {
        return Optional.empty();
    }

    /** Passes an event on; called by one thread, once per event, in the order of each key. Must not wait. */
    void pass(UUID tenant, IntegrationEvent event);
}
