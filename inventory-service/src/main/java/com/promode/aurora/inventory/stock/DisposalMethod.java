package com.promode.aurora.inventory.stock;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where goods went that were thrown away. */
public enum DisposalMethod {
    COMPOST("compost"),
    DONATION("donation"),
    ANIMAL_FEED("animal_feed"),
    LANDFILL("landfill"),
    INCINERATION("incineration");

    @JsonValue
    private final String wire;

    DisposalMethod(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
