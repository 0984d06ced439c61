package com.promode.aurora.gateway.usage;

import com.github.f4b6a3.uuid.UuidCreator;
import com.promode.aurora.contracts.gateway.UsageEvent.ApiUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has been counted of one kind of request in one minute; changed only under the lock of its map's entry. */
class Tally {

    /** What requests are counted apart by. */
    record Kind(Instant minute, String route, String tenant, String statusClass, String portal) {}

    private static final long[] BOUNDS = {5, 10, 25, 50, 100, 200, 500, 1_000, 2_000, 5_000};

    private final Map<String, Long> latency = new HashMap<>();
    private final Set<String> users = new HashSet<>();
    private long requests;
    private long bytes;

    Tally add(Duration took, long sent, @Nullable String user) {
        requests++;
        bytes += sent;
        latency.merge(bound(took.toMillis()), 1L, Long::sum);
        if (user != null) {
            users.add(user);
        }
        return this;
    }

    ApiUsage event(Kind kind, Instant now) {
        return new ApiUsage(
                UuidCreator.getTimeOrderedEpoch(),
                now,
                kind.route(),
                tenant(kind.tenant()),
                kind.statusClass(),
                kind.minute(),
                requests,
                Map.copyOf(latency),
                bytes,
                kind.portal(),
                users.size());
    }

    private static String bound(long millis) {
        for (var bound : BOUNDS) {
            if (millis <= bound) {
                return Long.toString(bound);
            }
        }
        return "inf";
    }

    private static @Nullable UUID tenant(String claim) {
        try {
            return UUID.fromString(claim);
        } catch (IllegalArgumentException nobody) {
            return null;
        }
    }
}
