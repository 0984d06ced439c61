package com.promode.aurora.starter.tenant;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate whose rows it reads and writes. */
class TenantIdentifierResolver implements CurrentTenantIdentifierResolver<UUID> {

    /** Matches no row: work outside of any tenant sees nothing. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Tenants tenants;

    TenantIdentifierResolver(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return tenants.find().orElse(NOBODY);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
