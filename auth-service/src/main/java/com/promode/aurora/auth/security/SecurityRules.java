package com.promode.aurora.auth.security;

import com.promode.aurora.auth.security.Suspicions.Key;
import com.promode.aurora.contracts.auth.SecurityEvent.AccessDenied;
import com.promode.aurora.contracts.auth.SecurityEvent.AccountLocked;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginFailed;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginSucceeded;
import com.promode.aurora.contracts.auth.SecurityEvent.PasswordChanged;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each fact amounts to; written down in docs/security-events.md. */
@Service
@Transactional
class SecurityRules {

    private final SecurityEventService events;
    private final SignInWatch signIns;
    private final AccessWatch access;
    private final Suspicions suspicions;
    private final JdbcClient jdbc;

    SecurityRules(
            SecurityEventService events,
            SignInWatch signIns,
            AccessWatch access,
            Suspicions suspicions,
            JdbcClient jdbc) {
        this.events = events;
        this.signIns = signIns;
        this.access = access;
        this.suspicions = suspicions;
        this.jdbc = jdbc;
    }

    void apply(LoginSucceeded event) {
        signIns.succeeded(event);
    }

    void apply(LoginFailed event) {
        if (SignInWatch.isFailure(event)) {
            var whom = event.userId() == null ? "an unknown user" : "a user";
            events.raise(Finding.of(
                    event,
                    SecurityEventType.FAILED_LOGIN,
                    Severity.LOW,
                    "A sign-in as %s failed: %s".formatted(whom, event.reason())));
            signIns.failed(event);
        }
    }

    void apply(AccountLocked event) {
        var admin = isAdmin(event.userId());
        events.raise(Finding.of(
                event,
                SecurityEventType.ACCOUNT_LOCKOUT,
                admin ? Severity.HIGH : Severity.MEDIUM,
                "%s account was locked after too many failed sign-ins".formatted(admin ? "An administrator's" : "An")));
    }

    void apply(PasswordChanged event) {
        var reset = event.changedBy() != null && !event.changedBy().equals(event.userId());
        events.raise(Finding.of(
                event,
                SecurityEventType.PASSWORD_CHANGE,
                Severity.LOW,
                reset ? "A password was reset by " + event.changedBy() : "A user changed his password"));
    }

    void apply(AccessDenied event) {
        access.denied(event);
    }

    /** Raises a suspicion of the current tenant, once. */
    void raise(Key key) {
        suspicions.take(key).ifPresent(events::raise);
    }

    private boolean isAdmin(UUID user) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM users
                                       WHERE id = :id AND roles && ARRAY['super_admin', 'platform_admin'])
                        """).param("id", user).query(Boolean.class).single();
    }
}
