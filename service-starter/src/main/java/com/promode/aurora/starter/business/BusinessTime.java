package com.promode.aurora.starter.business;

import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Business dates: the calendar day in the time zone of the tenant, {@code Asia/Kolkata} unless it has its own. */
public class BusinessTime {

    private final Tenants tenants;
    private final Clock clock;

    BusinessTime(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The business date on which an instant falls. */
    public LocalDate date(Instant instant) {
        return instant.atZone(tenants.timeZone()).toLocalDate();
    }

    /** The time zone of the tenant's business dates, for many dates at once. */
    public ZoneId zone() {
        return tenants.timeZone();
    }

    /** The business date of now. */
    public LocalDate today() {
        return date(clock.instant());
    }

    /** The first instant of a business date. */
    public Instant start(LocalDate date) {
        return date.atStartOfDay(tenants.timeZone()).toInstant();
    }
}
