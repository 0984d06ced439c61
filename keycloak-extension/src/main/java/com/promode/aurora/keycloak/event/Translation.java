package com.promode.aurora.keycloak.event;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.auth.SecurityEvent.AccountLocked;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginFailed;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginSucceeded;
import com.promode.aurora.contracts.auth.SecurityEvent.PasswordChanged;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

/**
 * Keycloak's events in Aurora's words; what nobody needs to hear of is empty.
 *
 * @param userAgent of the request that Keycloak serves
 * @param failureFactor after how many failures Keycloak locks an account
 */
record Translation(@Nullable String userAgent, int failureFactor) {

    private static final Pattern OF_USER = Pattern.compile("users/([0-9a-f-]{36})/(reset-password|logout)");

    Optional<IntegrationEvent> of(Event event) {
        return Optional.ofNullable(
                switch (event.getType()) {
                    case LOGIN -> succeeded(event);
                    case LOGIN_ERROR -> failed(event);
                    case USER_DISABLED_BY_TEMPORARY_LOCKOUT, USER_DISABLED_BY_PERMANENT_LOCKOUT -> locked(event);
                    case UPDATE_CREDENTIAL -> passwordChanged(event);
                    case LOGOUT, USER_SESSION_DELETED -> ended(event, event.getUserId());
                    case REFRESH_TOKEN_ERROR -> replayed(event);
                    default -> null;
                });
    }

    /** What an operator does in Keycloak's console. */
    Optional<IntegrationEvent> of(AdminEvent event, boolean byAurora) {
        var path = OF_USER.matcher(Objects.requireNonNullElse(event.getResourcePath(), ""));
        if (event.getError() != null || !path.matches()) {
            return Optional.empty();
        }
        var now = now(event.getTime());
        var user = UUID.fromString(path.group(1));
        if (path.group(2).equals("logout") && event.getOperationType() == OperationType.ACTION) {
            return Optional.of(new UserBlocked(EventIds.at(now), now, user, now));
        }
        if (path.group(2).equals("reset-password") && !byAurora) {
            var details = event.getAuthDetails();
            return Optional.of(new PasswordChanged(
                    EventIds.at(now), now, user, id(details.getUserId()), address(details.getIpAddress()), userAgent));
        }
        return Optional.empty();
    }

    private @Nullable IntegrationEvent succeeded(Event event) {
        var user = id(event.getUserId());
        var now = now(event.getTime());
        return user == null
                ? null
                : new LoginSucceeded(
                        EventIds.at(now), now, user, event.getSessionId(), address(event.getIpAddress()), userAgent);
    }

    private @Nullable IntegrationEvent failed(Event event) {
        if (Errors.RESOLVE_REQUIRED_ACTIONS.equals(event.getError())) {
            return null; // all was right, only the password is due to be changed
        }
        var now = now(event.getTime());
        return new LoginFailed(
                EventIds.at(now),
                now,
                id(event.getUserId()),
                detail(event, Details.USERNAME),
                Objects.requireNonNullElse(event.getError(), "unknown"),
                address(event.getIpAddress()),
                userAgent);
    }

    private @Nullable IntegrationEvent locked(Event event) {
        var user = id(event.getUserId());
        var failures = detail(event, Details.NUM_FAILURES);
        // Keycloak says it again at each try to come in while it is locked
        if (user == null || (failures != null && Integer.parseInt(failures) % failureFactor != 0)) {
            return null;
        }
        var now = now(event.getTime());
        return new AccountLocked(EventIds.at(now), now, user, address(event.getIpAddress()), userAgent);
    }

    private @Nullable IntegrationEvent passwordChanged(Event event) {
        var user = id(event.getUserId());
        if (user == null || !CredentialModel.PASSWORD.equals(detail(event, Details.CREDENTIAL_TYPE))) {
            return null;
        }
        var now = now(event.getTime());
        return new PasswordChanged(EventIds.at(now), now, user, null, address(event.getIpAddress()), userAgent);
    }

    /** A refresh token came back that had been used: Keycloak lets nobody refresh that session any more. */
    private static @Nullable IntegrationEvent replayed(Event event) {
        var reason = detail(event, Details.REASON);
        return "Stale token".equals(reason) || "Maximum allowed refresh token reuse exceeded".equals(reason)
                ? ended(event, detail(event, Details.REFRESH_TOKEN_SUB))
                : null;
    }

    private static @Nullable IntegrationEvent ended(Event event, @Nullable String userId) {
        var user = id(userId);
        var session = event.getSessionId();
        var now = now(event.getTime());
        return user == null || session == null ? null : new SessionEnded(EventIds.at(now), now, user, session);
    }

    private static Instant now(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static @Nullable String detail(Event event, String name) {
        return Objects.requireNonNullElse(event.getDetails(), Map.<String, String>of())
                .get(name);
    }

    private static String address(@Nullable String address) {
        return Objects.requireNonNullElse(address, "unknown");
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null; // of a store of users that is not ours
        }
    }
}
