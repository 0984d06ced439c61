package com.promode.aurora.inventory.purchase;

import java.math.BigDecimal;
import java.util.UUID;

/** One line of an order, and what has arrived of it; of a line that a revision has dropped nothing is ordered any more. */
class PurchaseOrderLine {

    private final UUID id;
    private final UUID productId;
    private final BigDecimal quantity;
    private final BigDecimal unitPrice;
    private BigDecimal received;

    PurchaseOrderLine(UUID id, UUID productId, BigDecimal quantity, BigDecimal unitPrice, BigDecimal received) {
        this.id = id;
        this.productId = productId;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
        this.received = received;
    }

    void count(BigDecimal arrived) {
        received = received.add(arrived);
    }

    /** What has still to arrive. */
    BigDecimal missing() {
        return quantity.subtract(received).max(BigDecimal.ZERO);
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    BigDecimal quantity() {
        return quantity;
    }

    BigDecimal unitPrice() {
        return unitPrice;
    }

    BigDecimal received() {
        return received;
    }
}
