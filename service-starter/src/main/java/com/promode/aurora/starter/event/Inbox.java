package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.IntegrationEvent;

/** Applies each event once. */
public interface Inbox {

    /** Runs the effect in a transaction of its own, unless this consumer has applied the event before. */
    void once(IntegrationEvent event, Runnable effect);
}
