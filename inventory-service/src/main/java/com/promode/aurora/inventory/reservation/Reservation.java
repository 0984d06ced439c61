package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.logistics.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What inventory knows of a customer order.
 *
 * @param deliveryDate business date on which the goods must still be good
 * @param expiresAt when what is reserved lapses; null unless it is reserved and not confirmed
 */
record Reservation(
        UUID orderId,
        String orderNumber,
        UUID customerId,
        LocalDate deliveryDate,
        ReservationStatus status,
        @Nullable Instant expiresAt,
        Instant placedAt) {

    static Reservation reserved(OrderPlaced order, Instant expiresAt) {
        return new Reservation(
                order.orderId(),
                order.orderNumber(),
                order.customerId(),
                order.deliveryDate(),
                ReservationStatus.RESERVED,
                expiresAt,
                order.recordedAt());
    }

    /** In another state; only what is reserved and no more can lapse. */
    Reservation to(ReservationStatus next) {
        return new Reservation(orderId, orderNumber, customerId, deliveryDate, next, null, placedAt);
    }

    boolean hasLapsed(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
