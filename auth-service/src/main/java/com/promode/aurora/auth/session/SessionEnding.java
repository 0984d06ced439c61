package com.promode.aurora.auth.session;

import com.promode.aurora.auth.keycloak.KeycloakAdmin.Session;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Ends sessions: first in Keycloak, so that nothing new can be had, then for the tokens that are out. The sessions are noted
 * before; if we die between the two, whoever repeats the command finds them there still, and their end is told then.
 */
@Service
public class SessionEnding {

    private static final String ONE = "session.end";
    private static final String ALL = "session.endAll";

    private final OpenSessions open;
    private final SessionDevices devices;
    private final SessionNews news;
    private final TransactionTemplate transaction;
    private final Tenants tenants;
    private final Clock clock;

    SessionEnding(
            OpenSessions open,
            SessionDevices devices,
            SessionNews news,
            TransactionTemplate transaction,
            Tenants tenants,
            Clock clock) {
        this.open = open;
        this.devices = devices;
        this.news = news;
        this.transaction = transaction;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Ends the session of the caller's own token; without one, as a service account's, there is nothing to end. */
    public void callers() {
        var caller = Caller.current();
        var session = caller.token().getToken().getClaimAsString("sid");
        if (session != null) {
            own(caller.id(), session);
        }
    }

    private void own(UUID user, String session) {
        inTenant(() -> {
            devices.note(user, List.of(session), null);
            open.end(user, List.of(session));
            news.ended("session.logout", user, List.of(session));
        });
    }

    /**
     * Ends one session of a user.
     *
     * @throws BusinessException 404 when it is not his
     */
    void one(UUID user, String session) {
        inTenant(() -> {
            if (!known(user).contains(session)) {
                throw BusinessException.notFound("session", session);
            }
            open.end(user, List.of(session));
            news.ended(ONE, user, List.of(session));
        });
    }

    /** Ends the session that was just opened, for something has turned out to forbid it; its tokens went to nobody. */
    public void opened(TokenView tokens) {
        tokens.sessionId().ifPresent(session -> open.end(tokens.user().id(), List.of(session)));
    }

    /** Ends all sessions of a user, who may sign in again at once. */
    void all(UUID user) {
        each(user, sessions -> news.ended(ALL, user, sessions));
    }

    /** As {@link #all}, in consequence of something else that he did, such as changing his password. */
    public void after(UUID user) {
        each(user, sessions -> news.over(user, sessions));
    }

    /** Ends all that a user holds and has been given up to now: he was disabled, or his password was set by another. */
    public void block(UUID user) {
        inTenant(() -> {
            var known = known(user);
            open.end(user);
            open.end(user, known); // one that has only just begun may have escaped
            tell(known, clock.instant(), user, sessions -> news.over(user, sessions));
        });
    }

    /** Ends the sessions of a user that had begun before that moment; to its second, as Keycloak counts. */
    public void begunBefore(UUID user, Instant moment) {
        var begun = open.of(user).stream()
                .filter(session -> session.start() + 1000 <= moment.toEpochMilli())
                .map(Session::id)
                .toList();
        devices.note(user, begun, null);
        open.end(user, begun);
        if (!begun.isEmpty()) {
            news.over(user, begun);
        }
    }

    /** Tells of the sessions that have ended without us: the oldest of too many, or in Keycloak's console. */
    void reconcile(UUID user) {
        var over = new TreeSet<>(devices.of(user).keySet()); // read first: a session is in Keycloak before it is here
        if (!over.isEmpty()) {
            open.of(user).forEach(session -> over.remove(session.id()));
            if (!over.isEmpty()) {
                news.over(user, over);
            }
        }
    }

    /**
     * One by one, so that what he opens at once is good. A block of what is older than a second covers what was opened
     * meanwhile elsewhere; not of this second, in which the whole seconds of {@code iat} can't tell before from after.
     */
    private void each(UUID user, Consumer<Set<String>> how) {
        inTenant(() -> {
            var known = known(user);
            open.end(user, known);
            tell(known, clock.instant().minusSeconds(1), user, how);
        });
    }

    private void tell(Set<String> sessions, Instant tokensUntil, UUID user, Consumer<Set<String>> how) {
        transaction.executeWithoutResult(ignored -> {
            how.accept(sessions);
            news.blocked(user, tokensUntil);
        });
    }

    private Set<String> known(UUID user) {
        var known = new TreeSet<>(devices.of(user).keySet());
        var begun = begun(user);
        devices.note(user, begun, null);
        known.addAll(begun);
        return known;
    }

    private List<String> begun(UUID user) {
        try {
            return open.of(user).stream().map(Session::id).toList();
        } catch (HttpClientErrorException.NotFound e) {
            return List.of(); // he is gone, and his sessions with him
        }
    }

    private void inTenant(Runnable work) {
        tenants.run(tenants.find().orElse(SessionNews.NO_TENANT), work);
    }
}
