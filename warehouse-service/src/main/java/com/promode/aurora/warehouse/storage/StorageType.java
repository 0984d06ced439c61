package com.promode.aurora.warehouse.storage;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** What kind of room a storage location is. */
enum StorageType {
    COLD_STORAGE("cold_storage"),
    DRY_STORAGE("dry_storage"),
    FREEZER("freezer"),
    AMBIENT("ambient");

    @JsonValue
    @EnumeratedValue
    private final String wire;

    StorageType(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
