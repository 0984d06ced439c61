package com.promode.aurora.auth.tenant;

import com.promode.aurora.auth.user.UserView;
import java.util.UUID;

/** A tenant with the administrator who may now sign in to it. */
record CreatedTenant(UUID id, String code, String name, String timeZone, String status, UserView admin) {

    static CreatedTenant of(TenantView tenant, UserView admin) {
        return new CreatedTenant(tenant.id(), tenant.code(), tenant.name(), tenant.timeZone(), tenant.status(), admin);
    }
}
