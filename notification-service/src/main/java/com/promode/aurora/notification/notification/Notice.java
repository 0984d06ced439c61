package com.promode.aurora.notification.notification;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell.
 *
 * @param eventId of the fact; a user is told of it once
 * @param title at most 255 characters
 * @param actionUrl path within a portal where something can be done about it
 * @param metadata the facts behind the message
 */
public record Notice(
        UUID eventId,
        String title,
        String message,
        NotificationType type,
        NotificationCategory category,
        @Nullable String actionUrl,
        Map<String, @Nullable Object> metadata) {}
