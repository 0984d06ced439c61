package com.promode.aurora.inventory.stock;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why goods were thrown away. */
public enum WasteReason {
    EXPIRED("expired"),
    DAMAGED("damaged"),
    QUALITY_ISSUE("quality_issue"),
    OVERSTOCK("overstock"),
    CONTAMINATION("contamination");

    @JsonValue
    private final String wire;

    WasteReason(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
