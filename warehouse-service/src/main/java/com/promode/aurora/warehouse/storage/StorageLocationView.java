package com.promode.aurora.warehouse.storage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.starter.web.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A storage location as callers see it. */
record StorageLocationView(
        UUID id,
        String name,
        StorageType type,
        @Nullable BigDecimal capacityTonnes,
        @Nullable BigDecimal temperatureMin,
        @Nullable BigDecimal temperatureMax,
        @Nullable BigDecimal humidityMin,
        @Nullable BigDecimal humidityMax,
        StorageStatus status,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {

    static StorageLocationView of(StorageLocation location) {
        var climate = location.climate();
        return new StorageLocationView(
                location.id(),
                location.name(),
                location.type(),
                location.capacityTonnes(),
                climate.temperatureMin(),
                climate.temperatureMax(),
                climate.humidityMin(),
                climate.humidityMax(),
                location.status(),
                location.createdAt(),
                location.updatedAt(),
                location.version());
    }
}
