package com.promode.aurora.inventory.reservation;

import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends reservations that have lapsed; one transaction each, so that none holds up another. */
@Component
class ReservationJob {

    private static final int CHUNK = 500;

    private final Tenants tenants;
    private final ReservationService reservations;

    ReservationJob(Tenants tenants, ReservationService reservations) {
        this.tenants = tenants;
        this.reservations = reservations;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void expire() {
        tenants.all()
                .forEach(tenant ->
                        tenants.run(tenant, () -> reservations.lapsed(CHUNK).forEach(reservations::expire)));
    }
}
