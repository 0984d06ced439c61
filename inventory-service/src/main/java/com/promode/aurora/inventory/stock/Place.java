package com.promode.aurora.inventory.stock;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where goods can be; all but {@code location} are virtual. */
enum Place {
    LOCATION("location"),
    SUPPLIER("supplier"),
    CUSTOMER("customer"),
    IN_TRANSIT("in_transit"),
    WASTE("waste"),
    ADJUSTMENT("adjustment");

    @JsonValue
    private final String wire;

    Place(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
