package com.promode.aurora.keycloak.event;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** UUIDv7 (RFC 9562), as the ids of all events. */
final class EventIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EventIds() {}

    static UUID at(Instant time) {
        var high = time.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        var low = 0x8000_0000_0000_0000L | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
