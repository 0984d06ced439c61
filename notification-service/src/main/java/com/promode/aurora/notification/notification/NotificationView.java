package com.promode.aurora.notification.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.promode.aurora.contracts.notification.NotificationEvent.NotificationCreated;
import com.promode.aurora.contracts.notification.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification as its user sees it. */
record NotificationView(
        UUID id,
        String title,
        String message,
        NotificationType type,
        NotificationCategory category,
        @JsonProperty("isRead") boolean isRead,
        @Nullable String actionUrl,
        Map<String, @Nullable Object> metadata,
        Instant createdAt) {

    static NotificationView of(ResultSet row) throws SQLException {
        return new NotificationView(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("message"),
                NotificationType.of(row.getString("type")),
                NotificationCategory.of(row.getString("category")),
                row.getBoolean("is_read"),
                row.getString("action_url"),
                Metadata.read(row.getString("metadata")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** As it is right after it was stored. */
    static NotificationView of(NotificationCreated event, Recipient recipient) {
        return new NotificationView(
                recipient.notificationId(),
                event.title(),
                event.message(),
                NotificationType.of(event.notificationType()),
                NotificationCategory.of(event.category()),
                false,
                event.actionUrl(),
                event.metadata(),
                event.recordedAt());
    }
}
