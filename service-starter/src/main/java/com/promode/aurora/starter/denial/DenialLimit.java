package com.promode.aurora.starter.denial;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts what was told of each user in the current minute. */
class DenialLimit {

    /** A crowd of users who are all refused within a minute is told of by its first ones. */
    private static final int USERS = 10_000;

    private final int most;
    private final Map<UUID, Integer> told = new HashMap<>();
    private Instant minute = Instant.EPOCH;

    DenialLimit(int most) {
        this.most = most;
    }

    /** Whether one more of this user may be told; if so it is counted. */
    synchronized boolean allows(UUID user, Instant now) {
        var current = now.truncatedTo(ChronoUnit.MINUTES);
        if (!current.equals(minute)) {
            minute = current;
            told.clear();
        }
        var before = told.get(user);
        if (before == null ? most == 0 || told.size() >= USERS : before >= most) {
            return false;
        }
        told.merge(user, 1, Integer::sum);
        return true;
    }
}
