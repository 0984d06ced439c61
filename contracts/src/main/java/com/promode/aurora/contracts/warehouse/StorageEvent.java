package com.promode.aurora.contracts.warehouse;

import com.promode.aurora.contracts.IntegrationEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What warehouse-service announces about storage locations, in order per location. */
public sealed interface StorageEvent extends IntegrationEvent {

    String TOPIC = "warehouse.storage";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * A storage location was created or changed.
     *
     * @param version of the location row; a consumer drops what is not newer than what it has
     * @param locationType cold_storage, dry_storage, freezer or ambient
     * @param status active, maintenance or inactive
     * @param temperatureMin degrees Celsius
     * @param temperatureMax degrees Celsius
     */
    record StorageLocationChanged(
            UUID eventId,
            Instant recordedAt,
            UUID locationId,
            long version,
            String name,
            String locationType,
            String status,
            @Nullable BigDecimal capacityTonnes,
            @Nullable BigDecimal temperatureMin,
            @Nullable BigDecimal temperatureMax)
            implements StorageEvent {

        @Override
        public String key() {
            return locationId.toString();
        }
    }
}
