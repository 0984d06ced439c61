package com.promode.aurora.contracts.logistics;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.promode.aurora.contracts.IntegrationEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What logistics-service announces about customer orders, in order per customer order. */
public sealed interface OrderEvent extends IntegrationEvent {

    String TOPIC = "logistics.order";

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
     * A customer wants goods.
     *
     * @param orderNumber that people use, e.g. {@code ORD-001}
     * @param deliveryDate business date on which the goods must still be good
     */
    record OrderPlaced(
            UUID eventId,
            Instant recordedAt,
            UUID orderId,
            String orderNumber,
            UUID customerId,
            LocalDate deliveryDate,
            List<Line> lines)
            implements OrderEvent {}

    /** The order holds: its reservation does not lapse any more. */
    record OrderConfirmed(UUID eventId, Instant recordedAt, UUID orderId) implements OrderEvent {}

    /**
     * Every line has been picked.
     *
     * @param lines with the quantities that were weighed, which may differ from those ordered
     */
    record OrderPacked(UUID eventId, Instant recordedAt, UUID orderId, List<Quantity> lines) implements OrderEvent {}

    /** The order will not be delivered. */
    record OrderCancelled(UUID eventId, Instant recordedAt, UUID orderId, String reason) implements OrderEvent {}

    /**
     * Goods come back, refused at the door or within the return window.
     *
     * @param locationId where they are put, on hold
     */
    record OrderReturned(
            UUID eventId, Instant recordedAt, UUID orderId, UUID locationId, String reason, List<Quantity> lines)
            implements OrderEvent {}

    /**
     * One product of an order.
     *
     * @param quantity ordered, in the unit of the product
     * @param unitPrice that the customer pays per unit, in the tenant's currency
     * @param locationId to take it from; any location when absent
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            UUID lineId,
            UUID productId,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @Nullable UUID locationId) {}

    /** How much of a line, in the unit of its product. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Quantity(UUID lineId, BigDecimal quantity) {}
}
