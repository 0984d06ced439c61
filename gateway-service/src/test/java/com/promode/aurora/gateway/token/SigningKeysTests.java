package com.promode.aurora.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class SigningKeysTests {

    private final RSAKey first = key("first");
    private final RSAKey second = key("second");
    private final AtomicInteger asked = new AtomicInteger();
    private volatile JWKSet published = new JWKSet(first);
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    private final DisposableServer issuer = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                asked.incrementAndGet();
                return response.sendString(Mono.just(published.toString()));
            })
            .bindNow();

    private final SigningKeys keys = new SigningKeys(WebClient.create(), "http://127.0.0.1:" + issuer.port(), clock());

    @AfterEach
    void stop() {
        issuer.disposeNow();
    }

    @Test
    void asksOnce() {
        assertThat(find(first)).hasSize(1);
        assertThat(find(first)).hasSize(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void findsAKeyThatTheIssuerHasAddedAndKeepsTheOld() {
        find(first);
        published = new JWKSet(List.<JWK>of(first, second));
        now = now.plusSeconds(10);

        assertThat(find(second)).hasSize(1);
        assertThat(find(first)).hasSize(1);
    }

    @Test
    void forgetsAKeyThatTheIssuerHasRemoved() {
        find(first);
        published = new JWKSet(second);
        assertThat(find(first)).hasSize(1);

        now = now.plus(Duration.ofMinutes(6));

        assertThat(find(first)).isEmpty();
    }

    @Test
    void isNotMadeToAskTheIssuerByMadeUpKeys() {
        find(first);
        now = now.plusSeconds(10);
        for (int i = 0; i < 20; i++) {
            assertThat(find(second)).isEmpty();
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void goesOnWithOldKeysWhileTheIssuerIsDown() {
        find(first);
        issuer.disposeNow();

        now = now.plus(Duration.ofMinutes(6));

        assertThat(find(first)).hasSize(1);
    }

    @Test
    void keysAreThereBeforeTheFirstTokenAsks() {
        keys.readAhead().block();
        keys.readAhead().block();
        assertThat(asked).hasValue(1);

        issuer.disposeNow();

        keys.readAhead().block();
        assertThat(find(first)).hasSize(1);
    }

    private List<JWK> find(RSAKey signer) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(signer.getKeyID())
                .build();
        return keys.of(new SignedJWT(header, new JWTClaimsSet.Builder().build()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
