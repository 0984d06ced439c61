package com.promode.aurora.notification.security;

import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.notification.notification.Notice;
import com.promode.aurora.notification.notification.NotificationCategory;
import com.promode.aurora.notification.notification.NotificationType;
import com.promode.aurora.notification.socket.SocketMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a security event, named as in auth-service's API. */
record SecurityAlert(
        UUID id,
        String eventType,
        String severity,
        @Nullable UUID userId,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        String description) {

    private static final Set<String> SERIOUS = Set.of("high", "critical");

    static SocketMessage message(SecurityEventRaised raised) {
        return new SocketMessage(raised.eventId(), "SecurityEventRaised", raised.recordedAt(), of(raised));
    }

    static Notice notice(SecurityEventRaised raised) {
        return new Notice(
                raised.eventId(),
                "Security: %s (%s)".formatted(raised.securityEventType().replace('_', ' '), raised.severity()),
                raised.description(),
                raised.severity().equals("critical") ? NotificationType.ERROR : NotificationType.WARNING,
                NotificationCategory.SYSTEM,
                "/security/events/" + raised.securityEventId(),
                of(raised).metadata());
    }

    /** Whether those who do not watch have to know. */
    static boolean isSerious(SecurityEventRaised raised) {
        return SERIOUS.contains(raised.severity());
    }

    private static SecurityAlert of(SecurityEventRaised raised) {
        return new SecurityAlert(
                raised.securityEventId(),
                raised.securityEventType(),
                raised.severity(),
                raised.userId(),
                raised.ipAddress(),
                raised.userAgent(),
                raised.description());
    }

    private Map<String, @Nullable Object> metadata() {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("id", id);
        facts.put("eventType", eventType);
        facts.put("severity", severity);
        facts.put("userId", userId);
        facts.put("ipAddress", ipAddress);
        facts.put("userAgent", userAgent);
        facts.put("description", description);
        return facts;
    }
}
