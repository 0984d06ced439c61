package com.promode.aurora.inventory.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a product was sold and bought for from a moment on, until the next of its prices.
 *
 * @param changedBy null where the history begins later than the product
 */
record PriceView(
        UUID id,
        BigDecimal price,
        @Nullable BigDecimal costPrice,
        Instant validFrom,
        @Nullable UUID changedBy) {}
