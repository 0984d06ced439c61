package com.promode.aurora.inventory.lot;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** Whether a lot may be sold; that it is expired or used up follows from its date and balances. */
public enum LotState {
    AVAILABLE("available"),
    HOLD("hold"),
    RECALLED("recalled");

    @JsonValue
    private final String wire;

    LotState(String wire) {
        this.wire = wire;
    }

    /** The state of this wire value. */
    public static LotState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire + " is no state of a lot"));
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
    public String toString() {
        return wire;
    }
}
