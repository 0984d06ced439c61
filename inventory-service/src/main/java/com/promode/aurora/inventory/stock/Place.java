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

    /** Where a command takes goods from. */
    static Place from(MoveStock command) {
        return switch (command.movementType()) {
            case INBOUND -> SUPPLIER;
            case OUTBOUND, TRANSFER, WASTE -> LOCATION;
            case ADJUSTMENT -> command.fromLocationId() == null ? ADJUSTMENT : LOCATION;
        };
    }

    /** Where a command puts goods. */
    static Place to(MoveStock command) {
        return switch (command.movementType()) {
            case INBOUND, TRANSFER -> LOCATION;
            case OUTBOUND -> CUSTOMER;
            case WASTE -> Place.WASTE;
            case ADJUSTMENT -> command.toLocationId() == null ? ADJUSTMENT : LOCATION;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
