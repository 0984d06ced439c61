package com.promode.aurora.contracts.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.promode.aurora.contracts.IntegrationEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What inventory answers to a customer order, in order per order. */
public sealed interface ReservationEvent extends IntegrationEvent {

    String TOPIC = "inventory.reservation";

    UUID orderId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return orderId().toString();
    }

    /**
     * All lines of the order are reserved, first expired first; said again when other lots have taken their place.
     *
     * @param expiresAt when the reservation lapses unless the order is confirmed before; null when it is
     */
    record StockReserved(
            UUID eventId,
            Instant recordedAt,
            UUID orderId,
            @Nullable Instant expiresAt,
            List<Reserved> lines) implements ReservationEvent {}

    /**
     * The order can't be served; nothing of it is reserved.
     *
     * @param reason for people
     */
    record StockRejected(UUID eventId, Instant recordedAt, UUID orderId, String reason, List<Missing> missing)
            implements ReservationEvent {}

    /**
     * Nothing is reserved for the order any more.
     *
     * @param cause cancelled, expired, recalled, or missing: what was set aside was not found when stock was counted
     */
    record ReservationReleased(UUID eventId, Instant recordedAt, UUID orderId, String cause)
            implements ReservationEvent {}

    /** What is reserved for a line. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reserved(UUID lineId, UUID productId, BigDecimal quantity, List<LotQuantity> lots) {}

    /**
     * What a line lacks.
     *
     * @param available of the product on the delivery date, where the line asked for it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Missing(UUID lineId, UUID productId, @Nullable String productCode, BigDecimal asked, BigDecimal available) {}
}
