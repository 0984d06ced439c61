package com.promode.aurora.contracts.logistics;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What logistics-service announces about the delivery of a customer order, in order per customer order. */
public sealed interface DeliveryEvent extends IntegrationEvent {

    String TOPIC = "logistics.delivery";

    UUID orderId();

    /** When it happened on the road. */
    Instant occurredAt();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return orderId().toString();
    }

    /** The goods are on their way. */
    record DeliveryStarted(
            UUID eventId,
            Instant recordedAt,
            UUID orderId,
            @Nullable UUID routeId,
            Instant occurredAt) implements DeliveryEvent {}

    /** The customer has the goods. */
    record OrderDelivered(UUID eventId, Instant recordedAt, UUID orderId, Instant occurredAt)
            implements DeliveryEvent {}

    /** Nobody was there to take the goods; they go back to where they came from. */
    record DeliveryFailed(UUID eventId, Instant recordedAt, UUID orderId, String reason, Instant occurredAt)
            implements DeliveryEvent {}
}
