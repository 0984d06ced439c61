package com.promode.aurora.auth.password;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts in windows of time; the oldest counts go first when there are too many. */
class MailLimit {

    private static final int REMEMBERED = 50_000;

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Count(Instant since, int number) {}

    MailLimit(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    /** Counts one more; false when that is too many. */
    synchronized boolean allows(String key) {
        var now = clock.instant();
        var counted = counts.merge(
                key,
                new Count(now, 1),
                (before, first) -> before.since().plus(window).isAfter(now)
                        ? new Count(before.since(), before.number() + 1)
                        : first);
        return counted.number() <= limit;
    }
}
