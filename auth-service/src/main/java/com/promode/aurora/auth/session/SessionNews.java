package com.promode.aurora.auth.session;

import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells that sessions have ended; only then are they forgotten here. */
@Service
@Transactional
class SessionNews {

    /** In the place of a tenant where the user has none; nothing is kept under it. */
    static final UUID NO_TENANT = new UUID(0, 0);

    private final SessionDevices devices;
    private final Outbox outbox;
    private final Audit audit;
    private final Tenants tenants;
    private final Clock clock;

    SessionNews(SessionDevices devices, Outbox outbox, Audit audit, Tenants tenants, Clock clock) {
        this.devices = devices;
        this.outbox = outbox;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Somebody has ended them. */
    void ended(String action, UUID user, Collection<String> sessions) {
        over(user, sessions);
        if (!tenants.current().equals(NO_TENANT)) {
            audit.record(action, "user", user, Map.of("sessions", sessions), null);
        }
    }

    /** They have ended by themselves, or in Keycloak. */
    void over(UUID user, Collection<String> sessions) {
        devices.remove(user, sessions);
        sessions.forEach(session -> outbox.publish(new SessionEnded(Ids.next(), clock.instant(), user, session)));
    }

    /** Nothing that was issued until then is good. */
    void blocked(UUID user, Instant tokensUntil) {
        outbox.publish(new UserBlocked(Ids.next(), clock.instant(), user, tokensUntil));
    }
}
