package com.promode.aurora.inventory.product;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

enum ProductStatus {
    ACTIVE("active"),
    INACTIVE("inactive"),
    DISCONTINUED("discontinued");

    @JsonValue
    @EnumeratedValue
    private final String wire;

    ProductStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
