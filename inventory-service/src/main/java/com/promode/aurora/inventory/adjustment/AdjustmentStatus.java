package com.promode.aurora.inventory.adjustment;

import com.fasterxml.jackson.annotation.JsonValue;
import com.promode.aurora.starter.web.BusinessException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What has become of an adjustment that had to be approved. */
enum AdjustmentStatus {
    PENDING_APPROVAL,
    APPROVED,
    REJECTED;

    /** Refuses a move that there is not. */
    void checkMoveTo(AdjustmentStatus next) {
        if (!next().contains(next)) {
            throw BusinessException.conflict(
                    "INVALID_TRANSITION",
                    "An adjustment that is %s can't become %s; allowed: %s",
                    this,
                    next,
                    next().isEmpty() ? "nothing" : next());
        }
    }

    private Set<AdjustmentStatus> next() {
        return switch (this) {
            case PENDING_APPROVAL -> EnumSet.of(APPROVED, REJECTED);
            case APPROVED, REJECTED -> EnumSet.noneOf(AdjustmentStatus.class);
        };
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
