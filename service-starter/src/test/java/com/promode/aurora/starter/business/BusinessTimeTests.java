package com.promode.aurora.starter.business;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.Parts;
import com.promode.aurora.starter.shelf.ShelfTest;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ShelfTest
class BusinessTimeTests {

    private static final Instant LATE = Instant.parse("2026-03-01T18:30:00Z");

    private final Tenants tenants;
    private final BusinessTime time;

    BusinessTimeTests(Tenants tenants) {
        this.tenants = tenants;
        this.time = new BusinessTime(tenants, Clock.fixed(LATE, ZoneOffset.UTC));
    }

    @Test
    void theDayBeginsAtMidnightInIndia() {
        tenants.run(UUID.randomUUID(), () -> {
            assertThat(time.zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
            assertThat(time.today()).isEqualTo("2026-03-02");
            assertThat(time.date(LATE.minusMillis(1))).isEqualTo("2026-03-01");
            assertThat(time.start(LocalDate.parse("2026-03-02"))).isEqualTo(LATE);
        });
    }

    @Test
    void aTenantMayLiveElsewhere() {
        var tenant = UUID.randomUUID();
        Parts.database("inventory_service")
                .update(
                        "INSERT INTO tenants (id, code, name, time_zone) VALUES (?, ?, 'Elsewhere', 'America/New_York')",
                        tenant,
                        tenant.toString());
        tenants.run(tenant, () -> {
            assertThat(time.today()).isEqualTo("2026-03-01");
            // the day on which clocks go forward
            assertThat(time.start(LocalDate.parse("2026-03-09"))).isEqualTo("2026-03-09T04:00:00Z");
            assertThat(time.start(LocalDate.parse("2026-03-08"))).isEqualTo("2026-03-08T05:00:00Z");
        });
        assertThat(tenants.all()).contains(tenant);
    }
}
