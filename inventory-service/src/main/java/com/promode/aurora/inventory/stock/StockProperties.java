package com.promode.aurora.inventory.stock;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Rules of the ledger that differ from place to place.
 *
 * @param backDateDays how many days before now a movement may have taken place, where the tenant has not set it
 * @param backDateDaysOf the same for single tenants
 * @param clockSkew how far ahead of our clock a caller's may be
 */
@ConfigurationProperties("aurora.stock")
@Validated
record StockProperties(
        @DefaultValue("30") @Min(0) int backDateDays,
        @DefaultValue Map<UUID, Integer> backDateDaysOf,
        @DefaultValue("5m") Duration clockSkew) {

    int backDateDays(UUID tenant) {
        return backDateDaysOf.getOrDefault(tenant, backDateDays);
    }
}
