package com.promode.aurora.warehouse.storage;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** Whether goods may be put into a storage location. */
enum StorageStatus {
    ACTIVE("active"),
    MAINTENANCE("maintenance"),
    INACTIVE("inactive");

    @JsonValue
    @EnumeratedValue
    private final String wire;

    StorageStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
