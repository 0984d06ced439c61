package com.promode.aurora.auth.session;

import com.promode.aurora.starter.tenant.Tenants;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the devices of sessions that ended by themselves. */
@Component
class SessionDeviceJob {

    /** Longer than the realm lets any session live. */
    private static final Duration KEPT = Duration.ofDays(31);

    private final SessionDevices devices;
    private final Tenants tenants;

    SessionDeviceJob(SessionDevices devices, Tenants tenants) {
        this.devices = devices;
        this.tenants = tenants;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void forget() {
        tenants.runForEach("forget the devices", () -> devices.forget(KEPT));
    }
}
