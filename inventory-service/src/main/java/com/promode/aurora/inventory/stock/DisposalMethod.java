package com.promode.aurora.inventory.stock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where goods went that were thrown away. */
public enum DisposalMethod {
    COMPOST,
    DONATION,
    ANIMAL_FEED,
    LANDFILL,
    INCINERATION;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
