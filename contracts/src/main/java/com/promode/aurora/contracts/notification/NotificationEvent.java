package com.promode.aurora.contracts.notification;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people have been told, in order per tenant. */
public sealed interface NotificationEvent extends IntegrationEvent {

    String TOPIC = "notification.notification";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * The same notification has been stored for some users of a tenant. What concerns very many of them is said in several
     * events.
     *
     * @param notificationType info, success, warning or error
     * @param category system, order, inventory, payment, delivery or quality
     * @param actionUrl path within a portal, null when there is nothing to go to
     * @param metadata facts behind the message
     * @param recipients at least one; ids of notifications rise with the time of their commit within a tenant
     */
    record NotificationCreated(
            UUID eventId,
            Instant recordedAt,
            UUID tenantId,
            String title,
            String message,
            String notificationType,
            String category,
            @Nullable String actionUrl,
            Map<String, @Nullable Object> metadata,
            List<Recipient> recipients)
            implements NotificationEvent {

        @Override
        public String key() {
            return tenantId.toString();
        }
    }
}
