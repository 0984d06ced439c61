package com.promode.aurora.inventory.adjustment;

import com.promode.aurora.inventory.stock.MoveStock;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An adjustment that takes effect when another user than the one who asked for it approves. */
record Adjustment(
        UUID id,
        UUID productId,
        @Nullable UUID lotId,
        UUID locationId,
        BigDecimal quantity,
        String reason,
        @Nullable String notes,
        AdjustmentStatus status,
        UUID requestedBy) {

    /** Refuses a decision that has been taken, or that this user may not take. */
    void checkDecision(AdjustmentStatus decision, UUID user) {
        status.checkMoveTo(decision);
        if (requestedBy.equals(user)) {
            throw BusinessException.forbidden(
                    "You asked for this adjustment yourself: another user has to decide on it");
        }
    }

    MoveStock movement() {
        return MoveStock.adjustment(productId, lotId, locationId, quantity, reason, id, notes);
    }
}
