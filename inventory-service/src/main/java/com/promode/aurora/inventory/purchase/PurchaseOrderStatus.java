package com.promode.aurora.inventory.purchase;

import java.util.Locale;

/** Where an order stands with its supplier. */
enum PurchaseOrderStatus {
    DRAFT,
    SENT,
    CONFIRMED,
    CLOSED,
    CANCELLED;

    static PurchaseOrderStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
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
        return name().toLowerCase(Locale.ROOT);
    }
}
