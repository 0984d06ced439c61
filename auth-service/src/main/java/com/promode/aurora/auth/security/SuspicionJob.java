package com.promode.aurora.auth.security;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets suspicions that no late event can belong to any more. */
@Component
class SuspicionJob {

    private static final Duration KEPT = Duration.ofDays(3);

    private final Suspicions suspicions;
    private final Clock clock;

    SuspicionJob(Suspicions suspicions, Clock clock) {
        this.suspicions = suspicions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    void forget() {
        suspicions.forget(clock.instant().minus(KEPT));
    }
}
