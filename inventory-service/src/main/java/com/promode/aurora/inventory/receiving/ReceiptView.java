package com.promode.aurora.inventory.receiving;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as lists of them show it.
 *
 * @param totalCost of its items, in INR
 */
record ReceiptView(
        UUID id,
        UUID locationId,
        @Nullable UUID purchaseOrderId,
        Instant receivedAt,
        Instant recordedAt,
        @Nullable UUID receivedBy,
        int itemCount,
        BigDecimal totalCost) {}
