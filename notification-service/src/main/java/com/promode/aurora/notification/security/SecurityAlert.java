package com.promode.aurora.notification.security;

import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.notification.notification.NotificationType;
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

    static final String TYPE = "SecurityEventRaised";

    private static final Set<String> SERIOUS = Set.of("high", "critical");

    static SecurityAlert of(SecurityEventRaised raised) {
        return new SecurityAlert(
                raised.securityEventId(),
                raised.securityEventType(),
                raised.severity(),
                raised.userId(),
                raised.ipAddress(),
                raised.userAgent(),
                raised.description());
    }

    /** Whether those who do not watch have to know. */
    boolean isSerious() {
        return SERIOUS.contains(severity);
    }

    String title() {
        var words = eventType.replace('_', ' ');
        return "Security: %s (%s)".formatted(words, severity);
    }

    NotificationType notificationType() {
        return severity.equals("critical") ? NotificationType.ERROR : NotificationType.WARNING;
    }

    String actionUrl() {
        return "/security/events/" + id;
    }

    Map<String, @Nullable Object> metadata() {
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
