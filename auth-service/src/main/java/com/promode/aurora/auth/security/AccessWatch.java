package com.promode.aurora.auth.security;

import com.promode.aurora.auth.security.Suspicions.Key;
import com.promode.aurora.contracts.auth.SecurityEvent.AccessDenied;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks at what signed-in users ask for and may not have. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AccessWatch {

    private static final int REPEATED = 20;

    private final JdbcClient jdbc;
    private final SecurityEventService events;
    private final Suspicions suspicions;
    private final Tenants tenants;

    AccessWatch(JdbcClient jdbc, SecurityEventService events, Suspicions suspicions, Tenants tenants) {
        this.jdbc = jdbc;
        this.events = events;
        this.suspicions = suspicions;
        this.tenants = tenants;
    }

    void denied(AccessDenied event) {
        alone(event);
        events.raise(Finding.of(
                event,
                SecurityEventType.UNAUTHORIZED_ACCESS,
                Severity.LOW,
                "%s refused %s %s".formatted(event.service(), event.method(), event.path())));
        if (count(event) >= REPEATED) {
            suspicions.notice(
                    new Key(
                            tenants.current(),
                            "repeated_denials",
                            event.userId().toString()),
                    Finding.of(
                            event,
                            SecurityEventType.SUSPICIOUS_ACTIVITY,
                            Severity.HIGH,
                            "A user was refused %d times within %d minutes"
                                    .formatted(REPEATED, AddressRule.WINDOW.toMinutes())),
                    AddressRule.WINDOW);
        }
    }

    private void alone(AccessDenied event) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('denials of ' || :user, 0))")
                .param("user", event.userId().toString())
                .query((row, number) -> true)
                .single();
    }

    private long count(AccessDenied event) {
        return jdbc.sql("""
                        SELECT count(*) FROM security_events
                        WHERE user_id = :user AND event_type = 'unauthorized_access'
                          AND created_at > :at - :window::interval AND created_at <= :at
                        """)
                .param("user", event.userId())
                .param("at", event.recordedAt().atOffset(ZoneOffset.UTC))
                .param("window", AddressRule.WINDOW.toString())
                .query(Long.class)
                .single();
    }
}
