package com.promode.aurora.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.auth.SessionEvent;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.gateway.feed.Follower;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Sessions that have ended and users whose tokens are void, for as long as a token of theirs could live. */
@Component
class Revocations implements Follower {

    /** Longer than an access token lives, and as long as the topic keeps. */
    private static final Duration MEMORY = Duration.ofHours(2);

    private static final int MOST = 200_000;

    private final Clock clock = Clock.systemUTC();
    private final Cache<String, Boolean> endedSessions = memory();
    private final Cache<String, Instant> tokensUntil = memory();

    @Override
    public String topic() {
        return SessionEvent.TOPIC;
    }

    @Override
    public void on(IntegrationEvent event) {
        if (event.recordedAt().isBefore(clock.instant().minus(MEMORY))) {
            return;
        }
        switch (event) {
            case SessionEnded ended -> endedSessions.put(ended.sessionId(), true);
            case UserBlocked blocked ->
                tokensUntil
                        .asMap()
                        .merge(
                                blocked.userId().toString(),
                                blocked.tokensUntil(),
                                (one, other) -> one.isAfter(other) ? one : other);
            default -> {}
        }
    }

    boolean isRevoked(Jwt token) {
        var session = token.getClaimAsString("sid");
        if (session != null && endedSessions.getIfPresent(session) != null) {
            return true;
        }
        var user = token.getSubject();
        var until = user == null ? null : tokensUntil.getIfPresent(user);
        var issued = token.getIssuedAt();
        return until != null && (issued == null || !issued.isAfter(until));
    }

    private static <V> Cache<String, V> memory() {
        return Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();
    }
}
