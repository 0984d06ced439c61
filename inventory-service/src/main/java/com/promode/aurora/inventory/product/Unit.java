package com.promode.aurora.inventory.product;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** What a product is counted in; measures may be split, things may not. */
enum Unit {
    KG("kg"),
    GRAM("gram"),
    LITER("liter"),
    MILLILITER("milliliter"),
    PIECE("piece"),
    BUNCH("bunch"),
    BOX("box"),
    DOZEN("dozen"),
    CRATE("crate"),
    BAG("bag"),
    PACK("pack");

    @JsonValue
    @EnumeratedValue
    private final String wire;

    Unit(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
