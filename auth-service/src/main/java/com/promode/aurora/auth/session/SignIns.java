package com.promode.aurora.auth.session;

import com.promode.aurora.auth.keycloak.Tokens;
import com.promode.aurora.starter.tenant.Tenants;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What follows when a session is opened: its device is noted, and others of the user that Keycloak ended in passing, as the
 * oldest of too many, are told of. Nobody waits for the latter.
 */
@Component
class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final SessionDevices devices;
    private final SessionEnding ending;
    private final Tenants tenants;
    private final TaskExecutor later;

    SignIns(SessionDevices devices, SessionEnding ending, Tenants tenants, TaskExecutor applicationTaskExecutor) {
        this.devices = devices;
        this.ending = ending;
        this.tenants = tenants;
        this.later = applicationTaskExecutor;
    }

    void opened(Tokens tokens) {
        var identity = tokens.identity();
        var tenant = identity.tenantId();
        if (tenant != null) {
            TokenView.of(tokens, identity)
                    .sessionId()
                    .ifPresent(session -> opened(UUID.fromString(tenant), identity.id(), session, userAgent()));
        }
    }

    void opened(UUID tenant, UUID user, String session, @Nullable String userAgent) {
        tenants.run(tenant, () -> devices.note(user, List.of(session), userAgent));
        later.execute(() -> reconcile(tenant, user));
    }

    private void reconcile(UUID tenant, UUID user) {
        try {
            tenants.run(tenant, () -> ending.reconcile(user));
        } catch (RuntimeException e) {
            LOG.warn("The ended sessions of {} are told of at his next sign-in: {}", user, e.toString());
        }
    }

    private static @Nullable String userAgent() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getHeader(HttpHeaders.USER_AGENT)
                : null;
    }
}
