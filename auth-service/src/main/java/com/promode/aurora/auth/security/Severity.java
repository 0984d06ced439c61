package com.promode.aurora.auth.security;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;

/** How bad it is, from the least to the worst. */
enum Severity {
    LOW("0.5"),
    MEDIUM("4"),
    HIGH("15"),
    CRITICAL("40");

    private final BigDecimal weight;

    Severity(String weight) {
        this.weight = new BigDecimal(weight);
    }

    /** What one such event counts in the security score. */
    BigDecimal weight() {
        return weight;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
