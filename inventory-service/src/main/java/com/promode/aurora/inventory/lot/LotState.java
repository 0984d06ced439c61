package com.promode.aurora.inventory.lot;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** Whether a lot may be sold; that it is expired or used up follows from its date and balances. */
public enum LotState {
    AVAILABLE,
    HOLD,
    RECALLED;

    /** The state of this wire value. */
    public static LotState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** What may become of it. */
    public List<LotState> next() {
        return switch (this) {
            case AVAILABLE -> List.of(HOLD, RECALLED);
            case HOLD -> List.of(AVAILABLE, RECALLED);
            case RECALLED -> List.of();
        };
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
