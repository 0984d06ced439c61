package com.promode.aurora.notification.alert;

import com.promode.aurora.notification.socket.SocketMessage;
import com.promode.aurora.starter.tenant.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** The alerts of the last days. */
@Repository
@Transactional
class AlertRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Tenants tenants;
    private final Clock clock;

    AlertRepository(JdbcClient jdbc, JsonMapper json, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.tenants = tenants;
        this.clock = clock;
    }

    void keep(String channel, SocketMessage alert) {
        jdbc.sql("""
                        INSERT INTO alerts (channel, id, tenant_id, type, occurred_at, data, stored_at)
                        VALUES (:channel, :id, :tenant, :type, :occurredAt, :data::json, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("channel", channel)
                .param("id", alert.id())
                .param("tenant", tenants.current())
                .param("type", alert.type())
                .param("occurredAt", alert.occurredAt().atOffset(ZoneOffset.UTC))
                .param("data", json.writeValueAsString(alert.data()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The newest alerts after one, oldest first. Events of several keys have no common order, so those are meant that were
     * recorded after it and those that were stored after it.
     */
    @Transactional(readOnly = true)
    public List<SocketMessage> since(String channel, UUID since, int limit) {
        return jdbc.sql("""
                        SELECT id, type, occurred_at, data FROM alerts
                        WHERE channel = :channel AND id IN (
                            (SELECT id FROM alerts WHERE channel = :channel AND id > :since ORDER BY id DESC LIMIT :limit)
                            UNION
                            (SELECT id FROM alerts
                             WHERE channel = :channel
                                 AND position > (SELECT position FROM alerts WHERE channel = :channel AND id = :since)
                             ORDER BY position DESC LIMIT :limit))
                        ORDER BY position
                        """)
                .param("channel", channel)
                .param("since", since)
                .param("limit", limit)
                .query((row, ignored) -> alert(row))
                .list();
    }

    int forget(Duration age) {
        return jdbc.sql("DELETE FROM alerts WHERE stored_at < :before")
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SocketMessage alert(ResultSet row) throws SQLException {
        return new SocketMessage(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                new RawValue(row.getString("data")));
    }
}
