package com.promode.aurora.contracts.auth;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * What ends the good of access tokens before they expire. Kept for two hours, longer than a token lives; every replica of
 * every service reads the topic whole at its start and follows it.
 */
public sealed interface SessionEvent extends IntegrationEvent {

    String TOPIC = "auth.session";

    UUID userId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return userId().toString();
    }

    /**
     * A session is over: signed out, ended by its user or an administrator, or the oldest of too many.
     *
     * @param sessionId the claim {@code sid} of its tokens
     */
    record SessionEnded(UUID eventId, Instant recordedAt, UUID userId, String sessionId) implements SessionEvent {}

    /**
     * All that the user holds is void: he was disabled or removed, or all his sessions were ended.
     *
     * @param tokensUntil tokens whose {@code iat}, in whole seconds, is not after it are refused
     */
    record UserBlocked(UUID eventId, Instant recordedAt, UUID userId, Instant tokensUntil) implements SessionEvent {}
}
