package com.promode.aurora.inventory.reservation;

import com.promode.aurora.starter.tenant.Tenants;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends reservations that have lapsed; one transaction each, so that none holds up another. */
@Component
class ReservationJob {

    private static final Logger log = LoggerFactory.getLogger(ReservationJob.class);
    private static final int CHUNK = 500;

    private final Tenants tenants;
    private final ReservationService reservations;

    ReservationJob(Tenants tenants, ReservationService reservations) {
        this.tenants = tenants;
        this.reservations = reservations;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void expire() {
        tenants.runForEach(
                "end lapsed reservations", () -> reservations.lapsed(CHUNK).forEach(this::expire));
    }

    private void expire(UUID order) {
        try {
            reservations.expire(order);
        } catch (RuntimeException e) {
            log.error("The reservation of order {} can't be ended; it is tried again", order, e);
        }
    }
}
