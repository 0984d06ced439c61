package com.promode.aurora.auth.security;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where danger comes from.
 *
 * @param score from 0, under siege, to 100, at peace; docs/security-events.md has the formula
 * @param events how many, without those that proved false
 * @param byAddress those with the most events first
 * @param byUser those with the most events first
 */
record ThreatsView(
        Instant from,
        Instant to,
        int score,
        long events,
        List<OfSeverity> bySeverity,
        List<OfType> byType,
        List<OfAddress> byAddress,
        List<OfUser> byUser) {

    /** @param unresolved still open or being investigated */
    record OfSeverity(Severity severity, long events, long unresolved) {}

    record OfType(
            SecurityEventType eventType, long events, long unresolved, Severity highestSeverity, Instant lastSeenAt) {}

    /** @param users how many different ones it was about */
    record OfAddress(String ipAddress, long events, long users, Severity highestSeverity, Instant lastSeenAt) {}

    /** @param addresses from how many different ones */
    record OfUser(
            UUID userId,
            @Nullable String email,
            long events,
            long addresses,
            Severity highestSeverity,
            Instant lastSeenAt) {}
}
