package com.promode.aurora.gateway.feed;

import com.promode.aurora.contracts.IntegrationEvent;

/** Wants every event of a topic, those of the past first; may hear one twice. */
public interface Follower {

    String topic();

    /** Called from one thread, in the order of the topic's partition. */
    void on(IntegrationEvent event);
}
