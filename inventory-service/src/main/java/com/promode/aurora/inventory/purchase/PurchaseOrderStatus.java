package com.promode.aurora.inventory.purchase;

import java.util.Arrays;

/** Where an order stands with its supplier. */
enum PurchaseOrderStatus {
    DRAFT("draft"),
    SENT("sent"),
    CONFIRMED("confirmed"),
    CLOSED("closed"),
    CANCELLED("cancelled");

    private final String wire;

    PurchaseOrderStatus(String wire) {
        this.wire = wire;
    }

    static PurchaseOrderStatus of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire + " is no status of a purchase order"));
    }

    /** Whether goods may arrive. */
    boolean isOpen() {
        return switch (this) {
            case SENT, CONFIRMED -> true;
            case DRAFT, CLOSED, CANCELLED -> false;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
