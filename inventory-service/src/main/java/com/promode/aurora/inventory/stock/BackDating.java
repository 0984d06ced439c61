package com.promode.aurora.inventory.stock;

import com.promode.aurora.starter.setting.Settings;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far from now a movement may say that it took place. */
@Component
public class BackDating {

    private static final String DAYS = "stock.backDateDays";

    private final StockProperties properties;
    private final Settings settings;
    private final Tenants tenants;

    BackDating(StockProperties properties, Settings settings, Tenants tenants) {
        this.properties = properties;
        this.settings = settings;
        this.tenants = tenants;
    }

    /**
     * When something took place: now unless told, never in the future, not before the tenant's limit.
     *
     * @param field of the request that says so
     */
    public Instant check(String field, @Nullable OffsetDateTime occurredAt, Instant now) {
        if (occurredAt == null) {
            return now;
        }
        var occurred = occurredAt.toInstant();
        var days = settings.integer(DAYS, properties.backDateDays(tenants.current()));
        if (occurred.isAfter(now.plus(properties.clockSkew()))) {
            throw BusinessException.invalid(field, "lies in the future");
        }
        if (occurred.isBefore(now.minus(Duration.ofDays(days)))) {
            throw BusinessException.invalid(field, "may be at most %s days ago", days);
        }
        return occurred;
    }
}
