package com.promode.aurora.inventory.location;

import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A storage location, and what may go there. */
record KnownLocation(
        UUID id,
        String name,
        String status,
        @Nullable BigDecimal temperatureMin,
        @Nullable BigDecimal temperatureMax) {

    private static final String ACTIVE = "active";

    void requireOpen() {
        if (!ACTIVE.equals(status)) {
            throw BusinessException.conflict(
                    "CONFLICT", "Storage location %s is %s; goods can't go there now", id, status);
        }
    }

    void requireFit(String productCode, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        var warm = max != null && (temperatureMax == null || temperatureMax.compareTo(max) > 0);
        var cold = min != null && (temperatureMin == null || temperatureMin.compareTo(min) < 0);
        if (warm || cold) {
            throw BusinessException.conflict(
                    "CONFLICT",
                    "%s keeps at %s; storage location %s has %s, so it can't go there",
                    productCode,
                    range(min, max),
                    name,
                    range(temperatureMin, temperatureMax));
        }
    }

    private static String range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min == null && max == null) {
            return "no known temperature";
        }
        if (min == null) {
            return "at most %s °C".formatted(plain(max));
        }
        return max == null ? "at least %s °C".formatted(plain(min)) : "%s to %s °C".formatted(plain(min), plain(max));
    }

    private static String plain(@Nullable BigDecimal degrees) {
        return degrees == null ? "" : degrees.stripTrailingZeros().toPlainString();
    }
}
