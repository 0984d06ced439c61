package com.promode.aurora.inventory.reservation;

/** Where the goods of a customer order are. */
enum ReservationStatus {
    REJECTED("rejected"),
    RESERVED("reserved"),
    CONFIRMED("confirmed"),
    PACKED("packed"),
    RELEASED("released"),
    IN_TRANSIT("in_transit"),
    DELIVERED("delivered"),
    RETURNED("returned");

    private final String wire;

    ReservationStatus(String wire) {
        this.wire = wire;
    }

    /** Whether something is set aside. */
    boolean holdsStock() {
        return this == RESERVED || this == CONFIRMED || this == PACKED;
    }

    @Override
    public String toString() {
        return wire;
    }
}
