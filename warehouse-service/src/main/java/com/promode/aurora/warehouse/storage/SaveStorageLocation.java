package com.promode.aurora.warehouse.storage;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** All that a caller says of a storage location, when it is created and whenever it changes; a status left out is active. */
record SaveStorageLocation(
        @NotBlank @Size(max = 100) String name,
        @NotNull StorageType type,

        @Nullable @Positive @Digits(integer = 6, fraction = 2)
        BigDecimal capacityTonnes,

        @Nullable @Digits(integer = 3, fraction = 2) BigDecimal temperatureMin,
        @Nullable @Digits(integer = 3, fraction = 2) BigDecimal temperatureMax,

        @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal humidityMin,

        @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal humidityMax,

        @Nullable StorageStatus status) {}
