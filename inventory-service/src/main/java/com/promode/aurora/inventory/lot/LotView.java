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
 * @param reserved of it, for customers
 * @param status recalled, depleted, hold, expired or available: the first that holds
 * @param returnedFrom the lot as which the goods had left, where they have come back
 */
public record LotView(
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
        BigDecimal reserved,
        @Nullable BigDecimal temperature,
        LotState state,
        LotStatus status,
        @Nullable String holdReason,
        @Nullable UUID returnedFrom) {}
