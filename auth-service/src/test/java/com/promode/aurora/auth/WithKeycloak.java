package com.promode.aurora.auth;

import com.promode.aurora.starter.security.Revocations;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the service with a real Keycloak, whose tokens are the only good ones. */
@ServiceTest
@Import(WithKeycloak.RealTokens.class)
public abstract class WithKeycloak {

    public static final String PASSWORD = "Aurora!2026";

    protected static final TestKeycloak KEYCLOAK = TestKeycloak.running();

    @Autowired
    protected Api api;

    @Autowired
    protected Events events;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry registry) {
        registry.add("aurora.keycloak.url", KEYCLOAK::url);
        registry.add("aurora.keycloak.client-secret", () -> TestKeycloak.SECRET);
        registry.add("aurora.keycloak.read-timeout", () -> "3s"); // a busy machine hashes passwords slowly
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class RealTokens {

        @Bean
        JwtDecoder decoder(Revocations revocations) {
            var decoder = NimbusJwtDecoder.withJwkSetUri(KEYCLOAK.realm() + "/protocol/openid-connect/certs")
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(KEYCLOAK.realm()), revocations));
            return decoder;
        }
    }

    protected Answer login(String email, String password, @Nullable String code) {
        var body = new HashMap<>(Map.of("email", email, "password", password));
        if (code != null) {
            body.put("otp", code);
        }
        return api.post("/api/auth/login", body);
    }

    protected Answer login(String email) {
        return login(email, PASSWORD, null);
    }

    protected Answer refresh(String token) {
        return api.post("/api/auth/refresh", Map.of("refresh_token", token));
    }

    /** Carries the access token of a sign-in's answer. */
    protected Api with(Answer login) {
        return api.header("Authorization", "Bearer " + text(login, "access_token"));
    }

    protected static String text(Answer answer, String field) {
        return answer.ok().path(field).asString();
    }
}
