package com.promode.aurora.auth.tenant;

import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Registers the configured tenants, before their users are looked for. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TenantRegistration implements ApplicationRunner {

    private final TenantsProperties properties;
    private final TenantService service;
    private final Tenants tenants;

    TenantRegistration(TenantsProperties properties, TenantService service, Tenants tenants) {
        this.properties = properties;
        this.service = service;
        this.tenants = tenants;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        properties.tenants().forEach(tenant -> tenants.run(tenant.id(), () -> service.register(tenant)));
    }
}
