package com.promode.aurora.contracts.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** How a quantity changed its place. */
public enum MovementType {
    /** From the supplier, or back from a customer, to a storage location. */
    INBOUND("inbound"),
    /** From a storage location to a customer or into transit. */
    OUTBOUND("outbound"),
    /** A correction, either way, with a reason. */
    ADJUSTMENT("adjustment"),
    /** From one storage location to another. */
    TRANSFER("transfer"),
    /** From a storage location to the bin, with a reason and a way of disposal. */
    WASTE("waste");

    @JsonValue
    @EnumeratedValue
    private final String wire;

    MovementType(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
