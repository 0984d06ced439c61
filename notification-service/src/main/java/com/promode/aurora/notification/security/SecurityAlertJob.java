package com.promode.aurora.notification.security;

import com.promode.aurora.notification.alert.AlertProperties;
import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old security events; auth-service has them all. */
@Component
class SecurityAlertJob {

    private final SecurityAlertService alerts;
    private final Tenants tenants;
    private final AlertProperties properties;

    SecurityAlertJob(SecurityAlertService alerts, Tenants tenants, AlertProperties properties) {
        this.alerts = alerts;
        this.tenants = tenants;
        this.properties = properties;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void forget() {
        tenants.runForEach("forget old security events", () -> alerts.forget(properties.kept()));
    }
}
