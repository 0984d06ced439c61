package com.promode.aurora.notification.alert;

import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.notification.notification.Notice;
import com.promode.aurora.notification.notification.NotificationCategory;
import com.promode.aurora.notification.notification.NotificationService;
import com.promode.aurora.notification.notification.NotificationType;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Raises alerts, and forgets them when they are of no more use. */
@Service
@Transactional
class StockAlertService {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Tenants tenants;
    private final NotificationService notifications;
    private final Clock clock;

    StockAlertService(
            JdbcClient jdbc, JsonMapper json, Tenants tenants, NotificationService notifications, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.tenants = tenants;
        this.notifications = notifications;
        this.clock = clock;
    }

    void raise(StockLow low) {
        var alert = StockAlert.of(low);
        jdbc.sql("""
                        INSERT INTO stock_alerts (id, tenant_id, type, occurred_at, data, stored_at)
                        VALUES (:id, :tenant, :type, :occurredAt, :data::jsonb, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", low.eventId())
                .param("tenant", tenants.current())
                .param("type", StockAlert.TYPE)
                .param("occurredAt", low.recordedAt().atOffset(ZoneOffset.UTC))
                .param("data", json.writeValueAsString(alert))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        notifications.tell(
                StockAlertChannel.PERMISSION,
                new Notice(
                        low.eventId(),
                        alert.title(),
                        alert.message(),
                        NotificationType.WARNING,
                        NotificationCategory.INVENTORY,
                        alert.actionUrl(),
                        alert.metadata()));
    }

    int forget(Duration age) {
        return jdbc.sql("DELETE FROM stock_alerts WHERE stored_at < :before")
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }
}
