package com.promode.aurora.contracts.supplier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.promode.aurora.contracts.IntegrationEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What supplier-service announces about purchase orders, in order per purchase order. */
public sealed interface PurchaseOrderEvent extends IntegrationEvent {

    String TOPIC = "supplier.purchase-order";

    UUID purchaseOrderId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return purchaseOrderId().toString();
    }

    /**
     * The order is with its supplier: prices are frozen and goods may arrive.
     *
     * @param orderNumber that people use, e.g. {@code PO-001}
     * @param revision of the order, from 1; one more each time that it is sent anew
     * @param expectedOn business date on which the goods should arrive
     */
    record PurchaseOrderSent(
            UUID eventId,
            Instant recordedAt,
            UUID purchaseOrderId,
            String orderNumber,
            int revision,
            UUID supplierId,
            @Nullable LocalDate expectedOn,
            List<Line> lines)
            implements PurchaseOrderEvent {}

    /** The order went back to draft: nothing may arrive for it until it is sent again. */
    record PurchaseOrderRevised(UUID eventId, Instant recordedAt, UUID purchaseOrderId) implements PurchaseOrderEvent {}

    /**
     * The supplier has agreed.
     *
     * @param promisedOn business date that the supplier promises
     */
    record PurchaseOrderConfirmed(
            UUID eventId,
            Instant recordedAt,
            UUID purchaseOrderId,
            @Nullable LocalDate promisedOn) implements PurchaseOrderEvent {}

    /** The order is done, complete or cut short; nothing more arrives for it. */
    record PurchaseOrderClosed(UUID eventId, Instant recordedAt, UUID purchaseOrderId) implements PurchaseOrderEvent {}

    /** Nothing will arrive. */
    record PurchaseOrderCancelled(UUID eventId, Instant recordedAt, UUID purchaseOrderId, String reason)
            implements PurchaseOrderEvent {}

    /**
     * One product of an order.
     *
     * @param quantity ordered, in the unit of the product
     * @param unitPrice agreed, per unit, in the tenant's currency
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(UUID lineId, UUID productId, BigDecimal quantity, BigDecimal unitPrice) {}
}
