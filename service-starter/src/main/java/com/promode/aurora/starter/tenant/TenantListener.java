package com.promode.aurora.starter.tenant;

import com.promode.aurora.contracts.auth.TenantEvent;
import com.promode.aurora.contracts.auth.TenantEvent.TenantChanged;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;

/** Keeps the service's own list of tenants. */
class TenantListener {

    private final Inbox inbox;
    private final JdbcClient jdbc;

    TenantListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    @KafkaListener(topics = TenantEvent.TOPIC, groupId = "${spring.application.name}.tenants")
    void on(TenantEvent event) {
        if (event instanceof TenantChanged changed) {
            inbox.once(changed, () -> keep(changed));
        }
    }

    private void keep(TenantChanged tenant) {
        jdbc.sql("""
                INSERT INTO tenants (id, code, name, time_zone, status)
                VALUES (:tenantId, :code, :name, :timeZone, :status)
                ON CONFLICT (id) DO UPDATE
                SET code = excluded.code, name = excluded.name, time_zone = excluded.time_zone, status = excluded.status
                """).paramSource(tenant).update();
    }
}
