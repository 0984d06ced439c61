package com.promode.aurora.inventory.expiry;

import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks at the start and then time and again for lots that will soon expire; no tenant keeps another one waiting. */
@Component
class ExpiryJob implements SchedulingConfigurer {

    private final ExpiryService expiry;
    private final Tenants tenants;
    private final ExpiryProperties properties;

    ExpiryJob(ExpiryService expiry, Tenants tenants, ExpiryProperties properties) {
        this.expiry = expiry;
        this.tenants = tenants;
        this.properties = properties;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(this::warn, properties.interval());
    }

    void warn() {
        tenants.runForEach("warn of expiring lots", this::warnOfAll);
    }

    private void warnOfAll() {
        int told;
        do {
            told = expiry.warn();
        } while (told == properties.batch());
    }
}
