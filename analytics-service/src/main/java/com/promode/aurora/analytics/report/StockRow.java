package com.promode.aurora.analytics.report;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a product stands.
 *
 * @param productCode null, as the name, while only movements of the product are known
 * @param averageCost moving average per unit
 * @param value on hand at the average cost, rounded to two places
 */
record StockRow(
        UUID productId,
        @Nullable String productCode,
        @Nullable String name,
        BigDecimal onHand,
        BigDecimal averageCost,
        BigDecimal value) {}
