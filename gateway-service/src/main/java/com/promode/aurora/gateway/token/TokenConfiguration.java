package com.promode.aurora.gateway.token;

import java.time.Clock;
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

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /** Only RS256, only of the issuer, only for the API. */
    @Bean
    ReactiveJwtDecoder tokenDecoder(OAuth2ResourceServerProperties properties) {
        var jwt = properties.getJwt();
        var keys = new SigningKeys(
                WebClient.create(), Objects.requireNonNull(jwt.getJwkSetUri(), "jwk-set-uri"), Clock.systemUTC());
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
