package com.promode.aurora.auth.password;

import com.promode.aurora.contracts.auth.SecurityEvent.PasswordChanged;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells what was done to passwords. To Keycloak it was this service that did it, so it does not tell of these changes: who it
 * was is known here alone.
 */
@Service
@Transactional
class PasswordTrail {

    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    PasswordTrail(Audit audit, Outbox outbox, Clock clock) {
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A password is another now. */
    void changed(String action, UUID user, UUID changedBy) {
        var request = Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(attributes -> ((ServletRequestAttributes) attributes).getRequest());
        record(action, user);
        outbox.publish(new PasswordChanged(
                Ids.next(),
                clock.instant(),
                user,
                changedBy.equals(user) ? null : changedBy,
                request.map(HttpServletRequest::getRemoteAddr).orElse("unknown"),
                request.map(current -> current.getHeader(HttpHeaders.USER_AGENT))
                        .orElse(null)));
    }

    void record(String action, UUID user) {
        audit.record(action, "user", user, null, null);
    }
}
