package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.IntegrationEvent;

/** Announces events with the transaction that they belong to. */
public interface Outbox {

    /** Announces the event when, and only when, the current transaction commits. */
    void publish(IntegrationEvent event);
}
