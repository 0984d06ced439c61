package com.promode.aurora.inventory.reservation;

import java.util.Locale;

/** Where the goods of a customer order are. */
enum ReservationStatus {
    REJECTED,
    RESERVED,
    CONFIRMED,
    PACKED,
    RELEASED,
    IN_TRANSIT,
    DELIVERED,
    RETURNED;

    /** Whether something is set aside. */
    boolean holdsStock() {
        return this == RESERVED || this == CONFIRMED || this == PACKED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
