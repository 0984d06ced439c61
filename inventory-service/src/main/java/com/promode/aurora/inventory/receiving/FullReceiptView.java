package com.promode.aurora.inventory.receiving;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A single receipt with its items, which are no more than one request may bring.
 *
 * @param totalCost of its items, in INR
 */
record FullReceiptView(
        UUID id,
        UUID locationId,
        @Nullable UUID purchaseOrderId,
        Instant receivedAt,
        Instant recordedAt,
        @Nullable UUID receivedBy,
        int itemCount,
        BigDecimal totalCost,
        List<ReceiptItemView> items) {

    static FullReceiptView of(ReceiptView head, List<ReceiptItemView> items) {
        return new FullReceiptView(
                head.id(),
                head.locationId(),
                head.purchaseOrderId(),
                head.receivedAt(),
                head.recordedAt(),
                head.receivedBy(),
                head.itemCount(),
                head.totalCost(),
                items);
    }
}
