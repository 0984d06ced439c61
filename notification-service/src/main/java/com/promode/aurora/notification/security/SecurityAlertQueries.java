package com.promode.aurora.notification.security;

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

/** Reads recent security events. */
@Component
@Transactional(readOnly = true)
class SecurityAlertQueries {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SecurityAlertQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest after one, oldest first: those that were recorded after it and those that were stored after it. */
    List<SocketMessage> since(UUID since, int limit) {
        return jdbc.sql("""
                        SELECT id, occurred_at, data FROM (
                            (SELECT * FROM security_alerts WHERE id > :since ORDER BY id DESC LIMIT :limit)
                            UNION
                            (SELECT * FROM security_alerts
                             WHERE position > (SELECT position FROM security_alerts WHERE id = :since)
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
                SecurityAlert.TYPE,
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("data"), SecurityAlert.class));
    }
}
