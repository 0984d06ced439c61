package com.promode.aurora.auth.security;

import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises security events, and keeps what comes of them. */
@Service
@Transactional
class SecurityEventService {

    private final JdbcClient jdbc;
    private final SecurityEventQueries events;
    private final Tenants tenants;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SecurityEventService(
            JdbcClient jdbc, SecurityEventQueries events, Tenants tenants, Outbox outbox, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.tenants = tenants;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody reports it. */
    SecurityEventView report(RaiseSecurityEvent command) {
        if (command.userId() != null && !isKnown(command.userId())) {
            throw BusinessException.notFound("user", command.userId());
        }
        var view = events.get(raise(command.finding(clock.instant())));
        audit.record("security_event.create", "security_event", view.id(), null, view);
        return view;
    }

    /** Raises it and tells of it; says its id. */
    UUID raise(Finding finding) {
        var id = Ids.next();
        jdbc.sql("""
                        INSERT INTO security_events
                            (id, tenant_id, event_type, severity, user_id, ip_address, user_agent, description, created_at)
                        VALUES (:id, :tenant, :type, :severity, :user, :ipAddress, :userAgent, :description, :at)
                        """)
                .param("id", id)
                .param("tenant", tenants.current())
                .param("type", finding.type().toString())
                .param("severity", finding.severity().toString())
                .param("user", finding.userId())
                .param("ipAddress", finding.ipAddress())
                .param("userAgent", finding.userAgent())
                .param("description", finding.description())
                .param("at", finding.at().atOffset(ZoneOffset.UTC))
                .update();
        outbox.publish(new SecurityEventRaised(
                Ids.next(),
                clock.instant(),
                id,
                finding.type().toString(),
                finding.severity().toString(),
                finding.description(),
                finding.userId(),
                finding.ipAddress(),
                finding.userAgent()));
        return id;
    }

    SecurityEventView resolve(UUID id, ResolveSecurityEvent command) {
        if (command.status() == SecurityEventStatus.OPEN) {
            throw BusinessException.invalid("status", "must be one of investigating, resolved, false_positive");
        }
        lock(id);
        var before = events.get(id);
        before.status().checkMoveTo(command.status());
        var done = command.status().isFinal();
        jdbc.sql("""
                        UPDATE security_events
                        SET status = :status, note = coalesce(:note, note), resolved_by = :by, resolved_at = :at
                        WHERE id = :id
                        """)
                .param("status", command.status().toString())
                .param("note", command.note())
                .param("by", done ? Caller.current().id() : null)
                .param("at", done ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                .param("id", id)
                .update();
        var after = events.get(id);
        audit.record("security_event.resolve", "security_event", id, before, after);
        return after;
    }

    private void lock(UUID id) {
        var found = jdbc.sql("SELECT id FROM security_events WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
        if (found.isEmpty()) {
            throw BusinessException.notFound("security event", id);
        }
    }

    private boolean isKnown(UUID user) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM users WHERE id = :id)")
                .param("id", user)
                .query(Boolean.class)
                .single();
    }
}
