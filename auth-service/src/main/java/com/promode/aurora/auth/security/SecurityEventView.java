package com.promode.aurora.auth.security;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SecurityEventView(
        UUID id,
        SecurityEventType eventType,
        Severity severity,
        @Nullable UUID userId,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        String description,
        SecurityEventStatus status,
        @Nullable String note,
        @Nullable UUID resolvedBy,
        @Nullable Instant resolvedAt,
        Instant createdAt) {}
