package com.promode.aurora.contracts.auth;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail of every service, in order per resource. */
public sealed interface AuditEvent extends IntegrationEvent {

    String TOPIC = "auth.audit";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * One command changed something.
     *
     * @param userId who, null for the system itself
     * @param action verb of the command, e.g. {@code product.update}
     * @param resourceId what; null when the command was a batch, whose ids are in {@code newValues}
     * @param oldValues fields before, null on creation
     * @param newValues fields after, null on deletion
     * @param ipAddress of the client as the gateway saw it
     * @param traceId W3C trace id of the request
     */
    record AuditRecorded(
            UUID eventId,
            Instant recordedAt,
            @Nullable UUID userId,
            String action,
            String resourceType,
            @Nullable UUID resourceId,
            @Nullable Map<String, @Nullable Object> oldValues,
            @Nullable Map<String, @Nullable Object> newValues,
            @Nullable String ipAddress,
            @Nullable String userAgent,
            @Nullable String traceId)
            implements AuditEvent {

        @Override
        public String key() {
            return resourceId == null ? resourceType : resourceId.toString();
        }
    }
}
