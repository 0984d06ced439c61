package com.promode.aurora.inventory.adjustment;

import com.promode.aurora.starter.web.Located;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment that has to be approved, as callers see it.
 *
 * @param worth at the average cost when it was asked for, in INR
 * @param movementId by which it took effect
 */
record AdjustmentView(
        UUID id,
        AdjustmentStatus status,
        UUID productId,
        @Nullable UUID lotId,
        UUID locationId,
        BigDecimal quantity,
        String reason,
        @Nullable String notes,
        BigDecimal worth,
        UUID requestedBy,
        Instant requestedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String rejectionReason,
        @Nullable UUID movementId)
        implements Located {

    /** Where it can be read. */
    @Override
    public URI location() {
        return URI.create("/api/warehouse/stock/adjustment/" + id);
    }
}
