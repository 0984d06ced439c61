package com.promode.aurora.inventory.receiving;

import com.promode.aurora.inventory.purchase.PurchaseOrder.Ordered;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What receiving needs to know of a product. */
record Receivable(
        UUID id,
        String productCode,
        boolean discontinued,
        boolean perishable,
        @Nullable Integer shelfLifeDays,
        boolean incomingCheckRequired,
        @Nullable UUID supplierId,
        @Nullable BigDecimal storageTemperatureMin,
        @Nullable BigDecimal storageTemperatureMax,
        @Nullable BigDecimal overReceiptTolerancePercent) {

    /** What its order has to know of it. */
    Ordered asOrdered() {
        return new Ordered(id, productCode, overReceiptTolerancePercent);
    }

    void requireInUse() {
        if (discontinued) {
            throw BusinessException.conflict(
                    "CONFLICT", "%s is discontinued and can't be received any more", productCode);
        }
    }

    /** The last day on which goods that arrive on this day may be sold, null when they keep. */
    @Nullable
    LocalDate expiry(@Nullable LocalDate given, LocalDate day) {
        if (given != null) {
            if (given.isBefore(day)) {
                throw BusinessException.invalid("expiryDate", "lies before the day of receipt");
            }
            return given;
        }
        if (shelfLifeDays != null) {
            return day.plusDays(shelfLifeDays);
        }
        if (perishable) {
            throw BusinessException.invalid(
                    "expiryDate", "must be given: the product is perishable and has no shelf life");
        }
        return null;
    }

    /** Why goods that arrive with this temperature may not be sold yet, null when they may. */
    @Nullable
    String holdReason(@Nullable BigDecimal temperature) {
        if (temperature != null && storageTemperatureMax != null && temperature.compareTo(storageTemperatureMax) > 0) {
            return "Arrived at %s °C, above %s °C".formatted(plain(temperature), plain(storageTemperatureMax));
        }
        if (temperature != null && storageTemperatureMin != null && temperature.compareTo(storageTemperatureMin) < 0) {
            return "Arrived at %s °C, below %s °C".formatted(plain(temperature), plain(storageTemperatureMin));
        }
        return incomingCheckRequired ? "Waits for its incoming check" : null;
    }

    private static String plain(BigDecimal degrees) {
        return degrees.stripTrailingZeros().toPlainString();
    }
}
