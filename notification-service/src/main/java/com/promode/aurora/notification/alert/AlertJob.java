package com.promode.aurora.notification.alert;

import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old alerts. */
@Component
class AlertJob {

    private final AlertRepository alerts;
    private final Tenants tenants;
    private final AlertProperties properties;

    AlertJob(AlertRepository alerts, Tenants tenants, AlertProperties properties) {
        this.alerts = alerts;
        this.tenants = tenants;
        this.properties = properties;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void forget() {
        tenants.runForEach("forget old alerts", () -> alerts.forget(properties.kept()));
    }
}
