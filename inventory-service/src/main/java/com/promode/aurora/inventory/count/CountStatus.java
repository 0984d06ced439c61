package com.promode.aurora.inventory.count;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a stock take has come. */
enum CountStatus {
    OPEN,
    POSTED,
    CANCELLED;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
