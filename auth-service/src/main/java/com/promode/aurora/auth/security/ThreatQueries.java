package com.promode.aurora.auth.security;

import com.promode.aurora.auth.security.ThreatsView.OfAddress;
import com.promode.aurora.auth.security.ThreatsView.OfSeverity;
import com.promode.aurora.auth.security.ThreatsView.OfType;
import com.promode.aurora.auth.security.ThreatsView.OfUser;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts the security events of the current tenant over a period, as of one moment. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class ThreatQueries {

    private static final String COUNTS = """
            count(*) AS events, count(*) FILTER (WHERE status IN ('open', 'investigating')) AS unresolved,
            max(array_position(ARRAY['low', 'medium', 'high', 'critical'], severity)) AS highest,
            max(created_at) AS last_seen_at""";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal RESOLVED = new BigDecimal("0.25");

    private final JdbcClient jdbc;

    ThreatQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param top how many addresses and users are named */
    ThreatsView find(Instant from, Instant to, int top) {
        var severities = bySeverity(from, to);
        return new ThreatsView(
                from,
                to,
                score(severities),
                severities.stream().mapToLong(OfSeverity::events).sum(),
                severities,
                byType(from, to),
                byAddress(from, to, top),
                byUser(from, to, top));
    }

    static int score(List<OfSeverity> severities) {
        var burden = severities.stream()
                .map(counted -> counted.severity()
                        .weight()
                        .multiply(BigDecimal.valueOf(counted.unresolved())
                                .add(RESOLVED.multiply(BigDecimal.valueOf(counted.events() - counted.unresolved())))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return HUNDRED.multiply(HUNDRED)
                .divide(HUNDRED.add(burden), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private List<OfSeverity> bySeverity(Instant from, Instant to) {
        return count(
                "severity, " + COUNTS,
                "severity",
                from,
                to,
                (row, number) -> new OfSeverity(
                        Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                        row.getLong("events"),
                        row.getLong("unresolved")),
                "ORDER BY highest DESC LIMIT 4");
    }

    private List<OfType> byType(Instant from, Instant to) {
        return count(
                "event_type, " + COUNTS,
                "event_type",
                from,
                to,
                (row, number) -> new OfType(
                        SecurityEventType.valueOf(row.getString("event_type").toUpperCase(Locale.ROOT)),
                        row.getLong("events"),
                        row.getLong("unresolved"),
                        highest(row),
                        lastSeen(row)),
                "ORDER BY events DESC, event_type LIMIT 6");
    }

    private List<OfAddress> byAddress(Instant from, Instant to, int top) {
        return count(
                "ip_address, count(DISTINCT user_id) AS users, " + COUNTS,
                "ip_address",
                from,
                to,
                (row, number) -> new OfAddress(
                        row.getString("ip_address"),
                        row.getLong("events"),
                        row.getLong("users"),
                        highest(row),
                        lastSeen(row)),
                "HAVING ip_address IS NOT NULL ORDER BY events DESC, ip_address LIMIT " + top);
    }

    private List<OfUser> byUser(Instant from, Instant to, int top) {
        var email = "(SELECT email FROM users WHERE users.id = user_id)";
        return count(
                "user_id, " + email + " AS email, count(DISTINCT ip_address) AS addresses, " + COUNTS,
                "user_id",
                from,
                to,
                (row, number) -> new OfUser(
                        row.getObject("user_id", UUID.class),
                        row.getString("email"),
                        row.getLong("events"),
                        row.getLong("addresses"),
                        highest(row),
                        lastSeen(row)),
                "HAVING user_id IS NOT NULL ORDER BY events DESC, user_id LIMIT " + top);
    }

    private <T> List<T> count(String columns, String group, Instant from, Instant to, RowMapper<T> row, String end) {
        return jdbc.sql("""
                        SELECT %s FROM security_events
                        WHERE created_at >= :from AND created_at < :to AND status <> 'false_positive'
                        GROUP BY %s %s
                        """.formatted(columns, group, end))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(row)
                .list();
    }

    private static Severity highest(ResultSet row) throws SQLException {
        return Severity.values()[row.getInt("highest") - 1];
    }

    private static Instant lastSeen(ResultSet row) throws SQLException {
        return row.getObject("last_seen_at", OffsetDateTime.class).toInstant();
    }
}
