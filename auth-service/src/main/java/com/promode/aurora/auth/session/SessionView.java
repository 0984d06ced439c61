package com.promode.aurora.auth.session;

import com.promode.aurora.auth.keycloak.KeycloakAdmin.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param current whether the caller's own token is of this session */
record SessionView(
        String id,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        boolean current) {

    static SessionView of(Session session, @Nullable String userAgent, boolean current) {
        return new SessionView(
                session.id(),
                session.ipAddress(),
                userAgent,
                Instant.ofEpochMilli(session.start()),
                Instant.ofEpochMilli(session.lastAccess()),
                current);
    }
}
