package com.promode.aurora.auth.tenant;

import com.promode.aurora.auth.tenant.TenantsProperties.Tenant;
import com.promode.aurora.auth.user.UserQueries;
import com.promode.aurora.contracts.auth.TenantEvent.TenantChanged;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes tenants, and tells every other service of them. */
@Service
@Transactional
class TenantService {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final UserQueries users;
    private final Audit audit;
    private final Clock clock;

    TenantService(JdbcClient jdbc, Outbox outbox, UserQueries users, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the tenant what is said here, and says whether it was not so already. */
    boolean register(Tenant tenant) {
        var status = jdbc.sql("""
                INSERT INTO tenants (id, code, name, time_zone) VALUES (:id, :code, :name, :zone)
                ON CONFLICT (id) DO UPDATE
                SET code = excluded.code, name = excluded.name, time_zone = excluded.time_zone
                WHERE (tenants.code, tenants.name, tenants.time_zone)
                    IS DISTINCT FROM (excluded.code, excluded.name, excluded.time_zone)
                RETURNING status
                """)
                .param("id", tenant.id())
                .param("code", tenant.code())
                .param("name", tenant.name())
                .param("zone", tenant.timeZone().getId())
                .query(String.class)
                .optional();
        status.ifPresent(current -> outbox.publish(changed(tenant, current)));
        return status.isPresent();
    }

    /** Makes it for a caller; one that has an administrator already is somebody else's. */
    void found(Tenant tenant) {
        if (!users.active("super_admin").isEmpty()) {
            throw BusinessException.conflict("DUPLICATE", "There is a tenant %s already", tenant.code());
        }
        if (register(tenant)) {
            audit.record("tenant.create", "tenant", tenant.id(), null, tenant);
        }
    }

    private TenantChanged changed(Tenant tenant, String status) {
        return new TenantChanged(
                Ids.next(),
                clock.instant(),
                tenant.id(),
                tenant.code(),
                tenant.name(),
                tenant.timeZone().getId(),
                status);
    }
}
