package com.promode.aurora.inventory.stock;

import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.setting.Settings;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a movement may say that it took place. */
@Component
public class BackDating {

    private static final String DAYS = "stock.backDateDays";
    private static final String CLOSED_UNTIL = "stock.closedUntil";

    private final StockProperties properties;
    private final Settings settings;
    private final Tenants tenants;
    private final BusinessTime businessTime;

    BackDating(StockProperties properties, Settings settings, Tenants tenants, BusinessTime businessTime) {
        this.properties = properties;
        this.settings = settings;
        this.tenants = tenants;
        this.businessTime = businessTime;
    }

    /**
     * When something took place: now unless told, never in the future, not before the tenant's limit, and not on a business
     * date whose period is closed.
     *
     * @param field of the request that says so
     */
    public Instant check(String field, @Nullable OffsetDateTime occurredAt, Instant now) {
        var occurred = occurredAt == null ? now : withinLimits(field, occurredAt.toInstant(), now);
        requireOpenPeriod(occurred);
        return occurred;
    }

    /** When something took place that can't be refused any more: now where its own time lies ahead or in a closed period. */
    Instant nearest(Instant occurred, Instant now) {
        return occurred.isAfter(now) || isClosed(occurred) ? now : occurred;
    }

    private Instant withinLimits(String field, Instant occurred, Instant now) {
        var days = settings.integer(DAYS, properties.backDateDays(tenants.current()));
        if (occurred.isAfter(now.plus(properties.clockSkew()))) {
            throw BusinessException.invalid(field, "lies in the future");
        }
        if (occurred.isBefore(now.minus(Duration.ofDays(days)).minus(properties.clockSkew()))) {
            throw BusinessException.invalid(field, "may be at most %s days ago", days);
        }
        return occurred;
    }

    private void requireOpenPeriod(Instant occurred) {
        if (isClosed(occurred)) {
            throw BusinessException.conflict(
                    "CONFLICT", "The period until %s is closed; book it on a later date", closedUntil());
        }
    }

    private boolean isClosed(Instant occurred) {
        return !businessTime.date(occurred).isAfter(closedUntil());
    }

    private LocalDate closedUntil() {
        return settings.text(CLOSED_UNTIL).map(LocalDate::parse).orElse(LocalDate.MIN);
    }
}
