package com.promode.aurora.auth.audit;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a row of the log says, but for its hashes.
 *
 * @param position in the tenant's chain, counted from 1
 * @param oldValues JSON, as it is stored to the letter
 */
record AuditEntry(
        UUID tenantId,
        long position,
        UUID id,
        Instant createdAt,
        @Nullable UUID userId,
        String action,
        String resourceType,
        @Nullable UUID resourceId,
        @Nullable String oldValues,
        @Nullable String newValues,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String traceId) {

    static AuditEntry of(AuditRecorded event, UUID tenant, long position, UUID id, JsonMapper json) {
        return new AuditEntry(
                tenant,
                position,
                id,
                event.recordedAt().truncatedTo(ChronoUnit.MICROS), // as PostgreSQL keeps it
                event.userId(),
                event.action(),
                event.resourceType(),
                event.resourceId(),
                text(event.oldValues(), json),
                text(event.newValues(), json),
                event.ipAddress(),
                event.userAgent(),
                event.traceId());
    }

    static AuditEntry of(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("tenant_id", UUID.class),
                row.getLong("position"),
                row.getObject("id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("user_id", UUID.class),
                row.getString("action"),
                row.getString("resource_type"),
                row.getObject("resource_id", UUID.class),
                row.getString("old_values"),
                row.getString("new_values"),
                row.getString("ip_address"),
                row.getString("user_agent"),
                row.getString("trace_id"));
    }

    /**
     * SHA-256 over the hash of the row before and this row's canonical form, in hexadecimal: each value on a line of its
     * own, as its length in bytes of UTF-8, a colon and its text, or as a minus sign where there is none.
     */
    String hash(String previous) {
        var canonical = Arrays.stream(new @Nullable Object[] {
                    previous,
                    tenantId,
                    position,
                    id,
                    createdAt,
                    userId,
                    action,
                    resourceType,
                    resourceId,
                    oldValues,
                    newValues,
                    ipAddress,
                    userAgent,
                    traceId
                })
                .map(AuditEntry::line)
                .collect(Collectors.joining());
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String line(@Nullable Object value) {
        if (value == null) {
            return "-\n";
        }
        var text = value.toString();
        return text.getBytes(StandardCharsets.UTF_8).length + ":" + text + "\n";
    }

    private static @Nullable String text(@Nullable Map<String, @Nullable Object> values, JsonMapper json) {
        return values == null ? null : json.writeValueAsString(values);
    }
}
