package com.promode.aurora.inventory.stock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why goods were thrown away. */
public enum WasteReason {
    EXPIRED,
    DAMAGED,
    QUALITY_ISSUE,
    OVERSTOCK,
    CONTAMINATION;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
