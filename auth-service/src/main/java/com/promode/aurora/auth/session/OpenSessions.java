package com.promode.aurora.auth.session;

import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.KeycloakAdmin.Session;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Keycloak's open sessions. Those of one user are read or ended by one at a time: a session that somebody reads at the moment
 * of its end comes back into Keycloak's cache, and its refresh token with it.
 */
@Component
class OpenSessions {

    private static final int TIMES = 3;

    private final KeycloakAdmin keycloak;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OpenSessions(KeycloakAdmin keycloak, JdbcClient jdbc, TransactionTemplate transaction) {
        this.keycloak = keycloak;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Throws Keycloak's 404 for a user who is gone. */
    List<Session> of(UUID user) {
        return alone(user, () -> keycloak.sessions(user));
    }

    /** Those that have ended already are what the caller wants, too. */
    void end(UUID user, Collection<String> sessions) {
        alone(user, () -> {
            sessions.forEach(this::end);
            return sessions;
        });
    }

    /** All that the user has. */
    void end(UUID user) {
        alone(user, () -> {
            keycloak.logout(user);
            return user;
        });
    }

    /** Until Keycloak does not know it: its own console reads sessions, too. */
    private void end(String session) {
        try {
            for (var time = 0; time < TIMES; time++) {
                keycloak.endSession(session);
            }
        } catch (HttpClientErrorException.NotFound e) {
            // it has ended
        }
    }

    private <T> T alone(UUID user, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(ignored -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('sessions of ' || :user, 0))")
                    .param("user", user.toString())
                    .query((row, number) -> true)
                    .single();
            return work.get();
        }));
    }
}
