package com.promode.aurora.notification.alert;

import com.promode.aurora.notification.socket.SocketMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads recent alerts. */
@Component
@Transactional(readOnly = true)
class StockAlertQueries {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StockAlertQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The newest alerts after one, oldest first. Alerts of several products have no common order, so those are meant that
     * were recorded after it and those that were stored after it.
     */
    List<SocketMessage> since(UUID since, int limit) {
        return jdbc.sql("""
                        SELECT id, type, occurred_at, data FROM (
                            (SELECT * FROM stock_alerts WHERE id > :since ORDER BY id DESC LIMIT :limit)
                            UNION
                            (SELECT * FROM stock_alerts
                             WHERE position > (SELECT position FROM stock_alerts WHERE id = :since)
                             ORDER BY position DESC LIMIT :limit)) AS alert
                        ORDER BY position
                        """)
                .param("since", since)
                .param("limit", limit)
                .query((row, ignored) -> message(row))
                .list();
    }

    private SocketMessage message(ResultSet row) throws SQLException {
        return new SocketMessage(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("data"), StockAlert.class));
    }
}
