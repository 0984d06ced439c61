package com.promode.aurora.auth.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

record AuditView(
        UUID id,
        @Nullable UUID userId,
        String action,
        String resourceType,
        @Nullable UUID resourceId,
        @Nullable JsonNode oldValues,
        @Nullable JsonNode newValues,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant createdAt) {}
