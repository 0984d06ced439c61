package com.promode.aurora.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Verifies a token's signature once and remembers it for a while; its expiry and whether it was revoked are looked at each
 * time. Five minutes, because so long may a key that the issuer has removed go on being good.
 */
@Component
public class VerifiedTokens {

    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int MOST = 20_000;

    private final Revocations revocations;
    private final Clock clock = Clock.systemUTC();
    private final Cache<ByteBuffer, Jwt> verified =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build();

    VerifiedTokens(Revocations revocations) {
        this.revocations = revocations;
    }

    /** A decoder that asks the given one only about tokens that are new. */
    public ReactiveJwtDecoder over(ReactiveJwtDecoder decoder) {
        return token -> {
            var hash = hash(token);
            var known = verified.getIfPresent(hash);
            return known != null && isFresh(known)
                    ? unlessRevoked(known)
                    : decoder.decode(token)
                            .doOnNext(jwt -> verified.put(hash, jwt))
                            .flatMap(this::unlessRevoked);
        };
    }

    private boolean isFresh(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }

    private Mono<Jwt> unlessRevoked(Jwt token) {
        return revocations.isRevoked(token) ? Mono.error(new BadJwtException("revoked")) : Mono.just(token);
    }

    /** The token itself is a secret that no memory dump should show. */
    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
