package com.promode.aurora.inventory.receiving;

import com.promode.aurora.inventory.lot.LotState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods of one product, and the lot that they became.
 *
 * @param state of the lot now
 * @param holdReason why it was taken on hold when it arrived
 */
record ReceiptItemView(
        UUID productId,
        UUID lotId,
        BigDecimal quantity,
        BigDecimal unitCost,
        String batchNumber,
        @Nullable LocalDate expiryDate,
        @Nullable BigDecimal temperature,
        LotState state,
        @Nullable String holdReason) {}
