package com.promode.aurora.inventory.lot;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;

/** What a lot is good for: its state, and what follows from its date and balances. */
enum LotStatus {
    RECALLED,
    DEPLETED,
    HOLD,
    EXPIRED,
    AVAILABLE;

    /** The first that holds. */
    static LotStatus of(LotState state, BigDecimal onHand, boolean expired) {
        if (state == LotState.RECALLED) {
            return RECALLED;
        }
        if (onHand.signum() == 0) {
            return DEPLETED;
        }
        if (state == LotState.HOLD) {
            return HOLD;
        }
        return expired ? EXPIRED : AVAILABLE;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
