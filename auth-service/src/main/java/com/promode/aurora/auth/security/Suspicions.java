package com.promode.aurora.auth.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What rules have noticed. Noticing is a part of the transaction that counts; raising is one of its own for each tenant, since
 * a transaction belongs to one.
 */
@Repository
@Transactional
class Suspicions {

    private final JdbcClient jdbc;

    Suspicions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which: at most one is open at a time. */
    record Key(UUID tenant, String rule, String subject) {}

    /** Notes it, unless the same is noted already for this window. */
    void notice(Key key, Finding finding, Duration window) {
        jdbc.sql("""
                        INSERT INTO suspicions AS known (tenant_id, rule, subject, noticed_at, ends_at, severity, description,
                            user_id, ip_address, user_agent)
                        VALUES (:tenant, :rule, :subject, :at, :end, :severity, :description, :user, :ipAddress, :userAgent)
                        ON CONFLICT (tenant_id, rule, subject) DO UPDATE
                        SET noticed_at = excluded.noticed_at, ends_at = excluded.ends_at, severity = excluded.severity,
                            description = excluded.description, user_id = excluded.user_id,
                            ip_address = excluded.ip_address, user_agent = excluded.user_agent, raised = false
                        WHERE known.raised AND known.ends_at <= excluded.noticed_at
                        """)
                .param("tenant", key.tenant())
                .param("rule", key.rule())
                .param("subject", key.subject())
                .param("at", finding.at().atOffset(ZoneOffset.UTC))
                .param("end", finding.at().plus(window).atOffset(ZoneOffset.UTC))
                .param("severity", finding.severity().toString())
                .param("description", finding.description())
                .param("user", finding.userId())
                .param("ipAddress", finding.ipAddress())
                .param("userAgent", finding.userAgent())
                .update();
    }

    /** Whether an address is under suspicion at a time, by whichever tenant. */
    boolean isSuspect(String address, Instant at) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM suspicions
                                       WHERE subject = :address AND noticed_at <= :at AND ends_at > :at)
                        """)
                .param("address", address)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** What is still to be raised, the oldest first. */
    List<Key> pending() {
        return jdbc.sql(
                        "SELECT tenant_id, rule, subject FROM suspicions WHERE NOT raised ORDER BY noticed_at LIMIT 1000")
                .query((row, number) -> new Key(
                        row.getObject("tenant_id", UUID.class), row.getString("rule"), row.getString("subject")))
                .list();
    }

    /** Takes one to raise it in this transaction; empty when another was faster. */
    Optional<Finding> take(Key key) {
        return jdbc.sql("""
                        UPDATE suspicions SET raised = true
                        WHERE tenant_id = :tenant AND rule = :rule AND subject = :subject AND NOT raised
                        RETURNING *
                        """)
                .param("tenant", key.tenant())
                .param("rule", key.rule())
                .param("subject", key.subject())
                .query((row, number) -> finding(row))
                .optional();
    }

    /** Forgets those that were over long ago. */
    int forget(Instant before) {
        return jdbc.sql("DELETE FROM suspicions WHERE raised AND ends_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                SecurityEventType.SUSPICIOUS_ACTIVITY,
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                row.getString("description"),
                row.getObject("user_id", UUID.class),
                row.getString("ip_address"),
                row.getString("user_agent"),
                row.getObject("noticed_at", OffsetDateTime.class).toInstant());
    }
}
