package com.promode.aurora.auth.session;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Tokens;
import com.promode.aurora.starter.tenant.Tenants;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
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
 * What follows when a session is opened or a refresh token refused: its device is noted, and others of the user that Keycloak
 * ended in passing are told of. Nobody waits for the latter.
 */
@Component
class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final SessionDevices devices;
    private final SessionEnding ending;
    private final KeycloakAdmin keycloak;
    private final Tenants tenants;
    private final TaskExecutor later;

    SignIns(
            SessionDevices devices,
            SessionEnding ending,
            KeycloakAdmin keycloak,
            Tenants tenants,
            TaskExecutor applicationTaskExecutor) {
        this.devices = devices;
        this.ending = ending;
        this.keycloak = keycloak;
        this.tenants = tenants;
        this.later = applicationTaskExecutor;
    }

    void opened(Tokens tokens) {
        var identity = tokens.identity();
        var session = session(tokens.accessToken());
        if (session != null && identity.tenantId() != null) {
            opened(UUID.fromString(identity.tenantId()), identity.id(), session, userAgent());
        }
    }

    void opened(UUID tenant, UUID user, String session, @Nullable String userAgent) {
        tenants.run(tenant, () -> devices.note(user, List.of(session), userAgent));
        later.execute(() -> reconcile(tenant, user));
    }

    /** It may have been used before, whereupon Keycloak ends its session. What the token says is only a reason to look. */
    void refused(String refreshToken) {
        claims(refreshToken)
                .map(JWTClaimsSet::getSubject)
                .flatMap(SignIns::id)
                .ifPresent(user -> later.execute(() -> look(user)));
    }

    private void look(UUID user) {
        try {
            keycloak.user(user).tenant().ifPresent(tenant -> reconcile(tenant, user));
        } catch (RuntimeException e) {
            LOG.debug("No look at the sessions of {}", user, e);
        }
    }

    private void reconcile(UUID tenant, UUID user) {
        try {
            tenants.run(tenant, () -> ending.reconcile(user));
        } catch (RuntimeException e) {
            LOG.warn("The ended sessions of {} are told of at his next sign-in: {}", user, e.toString());
        }
    }

    private static @Nullable String session(String token) {
        return claims(token)
                .map(claims -> claims.getClaim("sid"))
                .map(Object::toString)
                .orElse(null);
    }

    private static Optional<JWTClaimsSet> claims(String token) {
        try {
            return Optional.of(SignedJWT.parse(token).getJWTClaimsSet());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String userAgent() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getHeader(HttpHeaders.USER_AGENT)
                : null;
    }
}
