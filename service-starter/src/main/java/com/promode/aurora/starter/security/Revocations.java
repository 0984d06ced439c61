package com.promode.aurora.starter.security;

import com.promode.aurora.contracts.auth.SessionEvent;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.starter.feed.Feed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Refuses access tokens that are void before they expire, as soon as the news of it arrives: whose session has ended, or whose
 * user was blocked after they were issued. Read whole at each start, kept in memory for two hours, longer than a token lives.
 *
 * <p>While Kafka is down nothing new is heard, nor anything at all by a replica that starts then: a void token is good until
 * it expires, at most an hour.
 */
public class Revocations implements Feed<SessionEvent>, OAuth2TokenValidator<Jwt> {

    private static final Duration KEPT = Duration.ofHours(2);
    private static final Duration TIDIED = Duration.ofMinutes(1);
    private static final OAuth2TokenValidatorResult VOID = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The session has ended", null));

    private final Clock clock;
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private final Map<String, Block> blocked = new ConcurrentHashMap<>();
    private Instant tidied = Instant.EPOCH;

    private record Block(Instant tokensUntil, Instant recordedAt) {

        static Block later(Block one, Block other) {
            return one.tokensUntil.isAfter(other.tokensUntil) ? one : other;
        }
    }

    Revocations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String topic() {
        return SessionEvent.TOPIC;
    }

    @Override
    public Class<SessionEvent> type() {
        return SessionEvent.class;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void pass(UUID tenant, SessionEvent event) {
        var old = clock.instant().minus(KEPT);
        if (event.recordedAt().isAfter(old)) {
            note(event);
        }
        if (tidied.isBefore(clock.instant().minus(TIDIED))) {
            ended.values().removeIf(old::isAfter);
            blocked.values().removeIf(block -> block.recordedAt().isBefore(old));
            tidied = clock.instant();
        }
    }

    private void note(SessionEvent event) {
        switch (event) {
            case SessionEnded over -> ended.put(over.sessionId(), over.recordedAt());
            case UserBlocked user ->
                blocked.merge(user.userId().toString(), new Block(user.tokensUntil(), user.recordedAt()), Block::later);
        }
    }

    /** Whether the token is good no more, although it may not have expired. */
    public boolean isVoid(Jwt token) {
        var session = token.getClaimAsString("sid");
        if (session != null && ended.containsKey(session)) {
            return true;
        }
        var block = token.getSubject() == null ? null : blocked.get(token.getSubject());
        var issued = token.getIssuedAt();
        return block != null && (issued == null || !issued.isAfter(block.tokensUntil()));
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return isVoid(token) ? VOID : OAuth2TokenValidatorResult.success();
    }

    int size() {
        return ended.size() + blocked.size();
    }
}
