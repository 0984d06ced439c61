package com.promode.aurora.starter.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** How access tokens are verified. */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
class TokenAutoConfiguration {

    private static final Duration KEYS_ARE_FRESH = Duration.ofMinutes(5);

    @Bean
    JWKSource<SecurityContext> issuerKeys(OAuth2ResourceServerProperties properties) {
        return IssuerKeys.of(required("jwk-set-uri", properties.getJwt().getJwkSetUri()), KEYS_ARE_FRESH);
    }

    @Bean
    IssuerKeysJob issuerKeysJob(JWKSource<SecurityContext> keys) {
        return new IssuerKeysJob(keys);
    }

    /** Only RS256, only of the issuer, only for the API. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder accessTokens(
            OAuth2ResourceServerProperties properties,
            JWKSource<SecurityContext> keys,
            ObjectProvider<OAuth2TokenValidator<Jwt>> validators,
            Clock clock) {
        var jwt = properties.getJwt();
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(required("issuer-uri", jwt.getIssuerUri())),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audience -> audience != null && audience.stream().anyMatch(jwt.getAudiences()::contains)),
                token ->
                        new DelegatingOAuth2TokenValidator<>(validators.stream().toList()).validate(token)));
        return new RememberedTokens(decoder, validators, clock);
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set spring.security.oauth2.resourceserver.jwt." + name);
        }
        return value;
    }
}
