package com.promode.aurora.auth.security;

import com.promode.aurora.contracts.auth.SecurityEvent;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is to raise, by a rule or by hand. */
record Finding(
        SecurityEventType type,
        Severity severity,
        String description,
        @Nullable UUID userId,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant at) {

    private static final int LONGEST = 2_000;

    Finding {
        description = description.length() > LONGEST ? description.substring(0, LONGEST) : description;
    }

    static Finding of(SecurityEvent event, SecurityEventType type, Severity severity, String description) {
        return new Finding(
                type,
                severity,
                description,
                event.userId(),
                address(event.ipAddress()).orElse(null),
                event.userAgent(),
                event.recordedAt());
    }

    /** An address as it is stored; empty when the text is none. */
    static Optional<String> address(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(InetAddress.ofLiteral(text).getHostAddress().replaceFirst("%.*$", ""));
        } catch (IllegalArgumentException ignored) {
            return Optional.empty();
        }
    }
}
