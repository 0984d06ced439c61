package com.promode.aurora.inventory.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;

/** What a product is counted in; measures may be split, things may not. */
public enum Unit {
    KG("kg", false),
    GRAM("gram", false),
    LITER("liter", false),
    MILLILITER("milliliter", false),
    PIECE("piece", true),
    BUNCH("bunch", true),
    BOX("box", true),
    DOZEN("dozen", true),
    CRATE("crate", true),
    BAG("bag", true),
    PACK("pack", true);

    @JsonValue
    @EnumeratedValue
    private final String wire;

    private final boolean whole;

    Unit(String wire, boolean whole) {
        this.wire = wire;
        this.whole = whole;
    }

    /** The unit of this wire value. */
    public static Unit of(String wire) {
        return Arrays.stream(values())
                .filter(unit -> unit.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire + " is no unit"));
    }

    /** Whether there are no fractions of it. */
    public boolean isWhole() {
        return whole;
    }

    @Override
    public String toString() {
        return wire;
    }
}
