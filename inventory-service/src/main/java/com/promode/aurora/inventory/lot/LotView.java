package com.promode.aurora.inventory.lot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot as callers see it.
 *
 * @param quantity that was received
 * @param onHand that is left, over all locations
 */
record LotView(
        UUID id,
        UUID productId,
        UUID receiptId,
        @Nullable UUID supplierId,
        String batchNumber,
        @Nullable LocalDate harvestedOn,
        Instant receivedAt,
        @Nullable LocalDate expiryDate,
        BigDecimal unitCost,
        BigDecimal quantity,
        BigDecimal onHand,
        @Nullable BigDecimal temperature,
        LotState state) {}
