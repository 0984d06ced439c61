package com.promode.aurora.gateway.token;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    @Bean
    SigningKeys signingKeys(OAuth2ResourceServerProperties properties) {
        return new SigningKeys(
                WebClient.create(),
                Objects.requireNonNull(properties.getJwt().getJwkSetUri(), "jwk-set-uri"),
                Clock.systemUTC());
    }

    @Bean(destroyMethod = "dispose")
    Disposable keysReadAhead(SigningKeys keys) {
        return Flux.interval(Duration.ZERO, BETWEEN_LOOKS)
                .onBackpressureDrop()
                .concatMap(look -> keys.readAhead())
                .subscribe();
    }

    /** Only RS256, only of the issuer, only for the API. */
    @Bean
    ReactiveJwtDecoder tokenDecoder(OAuth2ResourceServerProperties properties, SigningKeys keys) {
        var jwt = properties.getJwt();
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::of).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(Objects.requireNonNull(jwt.getIssuerUri(), "issuer-uri")),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audience -> audience != null && audience.stream().anyMatch(jwt.getAudiences()::contains))));
        // not the caller's fault: the others of that kind are
        return token -> decoder.decode(token)
                .onErrorMap(IllegalStateException.class, noKeys -> new JwtException("No keys", noKeys));
    }
}
