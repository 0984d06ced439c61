package com.promode.aurora.warehouse.storage;

import com.promode.aurora.starter.web.BusinessException;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The limits that a storage location promises to keep: degrees Celsius and percent; a limit left out is none. */
@Embeddable
record Climate(
        @Nullable BigDecimal temperatureMin,
        @Nullable BigDecimal temperatureMax,
        @Nullable BigDecimal humidityMin,
        @Nullable BigDecimal humidityMax) {

    private static final BigDecimal MOST_HUMID = BigDecimal.valueOf(100);

    Climate {
        inOrder("temperature", temperatureMin, temperatureMax);
        inOrder("humidity", humidityMin, humidityMax);
        share("humidityMin", humidityMin);
        share("humidityMax", humidityMax);
    }

    static Climate of(SaveStorageLocation command) {
        return new Climate(
                command.temperatureMin(), command.temperatureMax(), command.humidityMin(), command.humidityMax());
    }

    private static void inOrder(String of, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw BusinessException.invalid(of + "Min", "must not be above %sMax", of);
        }
    }

    private static void share(String field, @Nullable BigDecimal value) {
        if (value != null && (value.signum() < 0 || value.compareTo(MOST_HUMID) > 0)) {
            throw BusinessException.invalid(field, "must be from 0 to 100");
        }
    }
}
