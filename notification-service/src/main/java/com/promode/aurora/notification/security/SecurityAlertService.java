package com.promode.aurora.notification.security;

import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.notification.notification.Notice;
import com.promode.aurora.notification.notification.NotificationCategory;
import com.promode.aurora.notification.notification.NotificationService;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps security events for a while, and notifies of those that can't wait until somebody looks. */
@Service
@Transactional
class SecurityAlertService {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Tenants tenants;
    private final NotificationService notifications;
    private final Clock clock;

    SecurityAlertService(
            JdbcClient jdbc, JsonMapper json, Tenants tenants, NotificationService notifications, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.tenants = tenants;
        this.notifications = notifications;
        this.clock = clock;
    }

    void raise(SecurityEventRaised raised) {
        var alert = SecurityAlert.of(raised);
        jdbc.sql("""
                        INSERT INTO security_alerts (id, tenant_id, occurred_at, data, stored_at)
                        VALUES (:id, :tenant, :occurredAt, :data::jsonb, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", raised.eventId())
                .param("tenant", tenants.current())
                .param("occurredAt", raised.recordedAt().atOffset(ZoneOffset.UTC))
                .param("data", json.writeValueAsString(alert))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (alert.isSerious()) {
            notifications.tell(
                    SecurityAlertChannel.PERMISSION,
                    new Notice(
                            raised.eventId(),
                            alert.title(),
                            alert.description(),
                            alert.notificationType(),
                            NotificationCategory.SYSTEM,
                            alert.actionUrl(),
                            alert.metadata()));
        }
    }

    int forget(Duration age) {
        return jdbc.sql("DELETE FROM security_alerts WHERE stored_at < :before")
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }
}
