package com.promode.aurora.keycloak.factor;

import java.time.Duration;
import java.util.stream.IntStream;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Something that may be done only so often in a while: each time takes a slot, which nothing but time gives back. Taking
 * one is atomic across threads and nodes.
 */
record Slots(SingleUseObjectProvider store, String name, int count, Duration time) {

    /** Whether there was one left. */
    boolean take() {
        return IntStream.range(0, count).anyMatch(slot -> store.putIfAbsent(name + "." + slot, time.toSeconds()));
    }
}
