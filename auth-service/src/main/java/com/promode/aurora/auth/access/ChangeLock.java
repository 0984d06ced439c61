package com.promode.aurora.auth.access;

import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One change of a tenant's users and roles at a time, until the transaction ends: rules such as the last administrator hold
 * over several users, and what Keycloak is told must be what is written beside it.
 */
@Component
public class ChangeLock {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    ChangeLock(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    /** Waits a moment for whoever is at it, then gives up as over any contended row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void acquire() {
        jdbc.sql("""
                SELECT set_config('lock_timeout', '2s', true),
                    pg_advisory_xact_lock(hashtextextended('auth.change.' || :tenant, 0))
                """).param("tenant", tenants.current().toString()).query(row -> {});
    }
}
