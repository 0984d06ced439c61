package com.promode.aurora.contracts.auth;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What bears on the safety of accounts. Sign-ins are told by Keycloak itself, refusals by the service that refused, what
 * follows from them by auth-service. Addresses and user agents are those of the client as the gateway saw it.
 */
public sealed interface SecurityEvent extends IntegrationEvent {

    String TOPIC = "auth.security";

    /** Whom it is about; null when nobody is known by the name that was given. */
    @Nullable
    UUID userId();

    @Nullable
    String ipAddress();

    @Nullable
    String userAgent();

    @Override
    default String topic() {
        return TOPIC;
    }

    /** The user, or the address when there is none. */
    @Override
    default String key() {
        return userId() == null ? String.valueOf(ipAddress()) : String.valueOf(userId());
    }

    /** @param sessionId the claim {@code sid} of its tokens */
    record LoginSucceeded(
            UUID eventId,
            Instant recordedAt,
            UUID userId,
            @Nullable String sessionId,
            String ipAddress,
            @Nullable String userAgent)
            implements SecurityEvent {}

    /**
     * A sign-in was refused.
     *
     * @param username as it was typed
     * @param reason Keycloak's word for it, e.g. {@code invalid_user_credentials}
     */
    record LoginFailed(
            UUID eventId,
            Instant recordedAt,
            @Nullable UUID userId,
            @Nullable String username,
            String reason,
            String ipAddress,
            @Nullable String userAgent)
            implements SecurityEvent {}

    /** Too many failures: nobody can sign in to the account for a while. */
    record AccountLocked(
            UUID eventId,
            Instant recordedAt,
            UUID userId,
            String ipAddress,
            @Nullable String userAgent) implements SecurityEvent {}

    /** @param changedBy another user when it was reset for him */
    record PasswordChanged(
            UUID eventId,
            Instant recordedAt,
            UUID userId,
            @Nullable UUID changedBy,
            String ipAddress,
            @Nullable String userAgent)
            implements SecurityEvent {}

    /**
     * A signed-in user asked for what he may not do.
     *
     * @param service that refused
     * @param path without the query
     */
    record AccessDenied(
            UUID eventId,
            Instant recordedAt,
            UUID userId,
            String service,
            String method,
            String path,
            String ipAddress,
            @Nullable String userAgent)
            implements SecurityEvent {}

    /**
     * auth-service has made a security event of it, which somebody should look at.
     *
     * @param securityEventId its id in the API
     * @param securityEventType failed_login, suspicious_activity, unauthorized_access, data_breach, password_change or
     *     account_lockout
     * @param severity low, medium, high or critical
     */
    record SecurityEventRaised(
            UUID eventId,
            Instant recordedAt,
            UUID securityEventId,
            String securityEventType,
            String severity,
            String description,
            @Nullable UUID userId,
            @Nullable String ipAddress,
            @Nullable String userAgent)
            implements SecurityEvent {

        @Override
        public String key() {
            return securityEventId.toString();
        }
    }
}
