package com.promode.aurora.starter.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.util.function.SingletonSupplier;

/**
 * Verifies a token's signature once and remembers it for a while; its expiry, and what the validator beans say of it, such as
 * that its session has ended, are looked at each time. Five minutes, because so long may a key that the issuer has removed go
 * on being good.
 */
class RememberedTokens implements JwtDecoder {

    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private record Verified(Jwt token, Instant until) {}

    private final JwtDecoder decoder;
    private final SingletonSupplier<List<OAuth2TokenValidator<Jwt>>> validators;
    private final Clock clock;
    private final Map<ByteBuffer, Verified> verified = new ConcurrentHashMap<>();

    RememberedTokens(JwtDecoder decoder, ObjectProvider<OAuth2TokenValidator<Jwt>> validators, Clock clock) {
        this.decoder = decoder;
        // late, as some need beans that need a decoder; once, as looking for beans is slow
        this.validators = SingletonSupplier.of(() -> validators.stream().toList());
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var hash = hash(token);
        var known = verified.get(hash);
        var jwt = known != null && clock.instant().isBefore(known.until())
                ? known.token()
                : remember(hash, decoder.decode(token));
        validate(jwt);
        return jwt;
    }

    private void validate(Jwt token) {
        validators.obtain().forEach(validator -> {
            var result = validator.validate(token);
            if (result.hasErrors()) {
                throw new JwtValidationException("The token is no longer good", result.getErrors());
            }
        });
    }

    private Jwt remember(ByteBuffer hash, Jwt token) {
        if (verified.size() >= MOST) {
            // rarely, and only what costs a verification more
            verified.clear();
        }
        verified.put(
                hash,
                new Verified(
                        token, earlier(token.getExpiresAt(), clock.instant().plus(MEMORY))));
        return token;
    }

    private static Instant earlier(@Nullable Instant expiry, Instant end) {
        return expiry != null && expiry.isBefore(end) ? expiry : end;
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
