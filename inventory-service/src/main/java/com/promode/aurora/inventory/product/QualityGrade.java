package com.promode.aurora.inventory.product;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

enum QualityGrade {
    EXCELLENT("excellent"),
    VERY_GOOD("very-good"),
    GOOD("good"),
    FAIR("fair"),
    POOR("poor");

    @JsonValue
    @EnumeratedValue
    private final String wire;

    QualityGrade(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}
