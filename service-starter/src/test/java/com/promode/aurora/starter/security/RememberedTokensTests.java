package com.promode.aurora.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTests {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final AtomicInteger verified = new AtomicInteger();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private Instant now = START;
    private boolean revoked;

    private final RememberedTokens tokens = new RememberedTokens(
            this::verify,
            beans.getBeanProvider(ResolvableType.forClassWithGenerics(OAuth2TokenValidator.class, Jwt.class)),
            clock());

    @Test
    void verifiesATokenOnce() {
        assertThat(tokens.decode("one")).isSameAs(tokens.decode("one"));
        tokens.decode("two");

        assertThat(verified).hasValue(2);
    }

    @Test
    void verifiesItAgainAfterAWhileAndWhenItHasExpired() {
        tokens.decode("one");
        now = START.plus(Duration.ofMinutes(6));
        tokens.decode("one");
        assertThat(verified).hasValue(2);

        now = START.plus(Duration.ofMinutes(8));
        tokens.decode("one");
        assertThat(verified).hasValue(3);
    }

    @Test
    void asksTheValidatorsEachTime() {
        beans.addBean("revocations", new OAuth2TokenValidator<Jwt>() {
            @Override
            public OAuth2TokenValidatorResult validate(Jwt token) {
                return revoked
                        ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
                        : OAuth2TokenValidatorResult.success();
            }
        });
        tokens.decode("one");

        revoked = true;

        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void doesNotRememberABadToken() {
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
            assertThat(verified).hasValue(i);
        }
    }

    private Jwt verify(String token) {
        verified.incrementAndGet();
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .expiresAt(START.plus(Duration.ofMinutes(7)))
                .build();
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
