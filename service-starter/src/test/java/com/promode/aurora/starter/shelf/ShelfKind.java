package com.promode.aurora.starter.shelf;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

enum ShelfKind {
    COLD_ROOM("cold-room"),
    DRY("dry");

    @JsonValue
    @EnumeratedValue
    private final String wire;

    ShelfKind(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
