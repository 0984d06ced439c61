package com.promode.aurora.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys. Spring's own source never forgets a key that the issuer has removed, and asks the issuer about
 * every made-up key id, which lets anyone flood it.
 */
class SigningKeys {

    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Keys(JWKSet set, Instant readAt) {}

    private final WebClient issuer;
    private final String address;
    private final Clock clock;
    private volatile @Nullable Keys known;
    private volatile Instant lastAsked = Instant.EPOCH;
    private final AtomicReference<@Nullable Mono<Keys>> asking = new AtomicReference<>();

    SigningKeys(WebClient issuer, String address, Clock clock) {
        this.issuer = issuer;
        this.address = address;
        this.clock = clock;
    }

    /** Those that may have signed the token; an error when none are known and the issuer does not answer. */
    Flux<JWK> of(SignedJWT token) {
        var selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        var now = known;
        if (now == null) {
            return ask().flatMapIterable(keys -> selector.select(keys.set()));
        }
        var found = selector.select(now.set());
        if ((found.isEmpty() || isOld(now)) && mayAsk()) {
            // old keys are better than none while the issuer is down
            return ask().map(keys -> selector.select(keys.set()))
                    .onErrorReturn(found)
                    .flatMapIterable(keys -> keys);
        }
        return Flux.fromIterable(found);
    }

    /**
     * Reads them when there are none, or old ones, so that no token has to wait for that, and good tokens go on working when
     * the issuer goes down before the first of them has come.
     */
    Mono<Void> readAhead() {
        var now = known;
        return now != null && !isOld(now) ? Mono.empty() : ask().then().onErrorComplete();
    }

    private boolean isOld(Keys keys) {
        return keys.readAt().plus(MEMORY).isBefore(clock.instant());
    }

    private boolean mayAsk() {
        return lastAsked.plus(BETWEEN_REQUESTS).isBefore(clock.instant());
    }

    /** Once, for all who wait. */
    private Mono<Keys> ask() {
        var fresh = request();
        var running = asking.compareAndExchange(null, fresh);
        return running == null ? fresh : running;
    }

    private Mono<Keys> request() {
        return Mono.defer(() -> {
                    lastAsked = clock.instant();
                    return issuer.get().uri(address).retrieve().bodyToMono(String.class);
                })
                .map(text -> new Keys(parse(text), clock.instant()))
                .timeout(PATIENCE)
                .doOnNext(keys -> known = keys)
                // before anyone is answered: who comes after that may want a newer key
                .doOnTerminate(() -> asking.set(null))
                .cache();
    }

    private static JWKSet parse(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException("The issuer's keys cannot be read", e);
        }
    }
}
