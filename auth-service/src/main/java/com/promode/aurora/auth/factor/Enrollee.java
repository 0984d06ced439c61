package com.promode.aurora.auth.factor;

import com.promode.aurora.auth.keycloak.KeycloakTokens;
import com.promode.aurora.auth.keycloak.KeycloakTokens.Refused;
import com.promode.aurora.starter.web.BusinessException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Who enrols an authenticator app: the one whom the token names, or the one whose password this is, for he gets no token
 * before he has a second factor. Public endpoints overlook tokens, so it is read here.
 */
@Component
class Enrollee {

    private static final String BEARER = "bearer ";

    private final JwtDecoder tokens;
    private final KeycloakTokens keycloak;

    Enrollee(JwtDecoder tokens, KeycloakTokens keycloak) {
        this.tokens = tokens;
        this.keycloak = keycloak;
    }

    UUID of(@Nullable String authorization, @Nullable String email, @Nullable String password) {
        if (email != null && password != null && !email.isBlank() && !password.isEmpty()) {
            return ofPassword(email, password);
        }
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return ofToken(authorization.substring(BEARER.length()).strip());
        }
        throw unauthenticated();
    }

    private UUID ofPassword(String email, String password) {
        try {
            return keycloak.mayEnrol(email, password);
        } catch (Refused e) {
            throw e.refusal().answer();
        }
    }

    private UUID ofToken(String token) {
        try {
            return UUID.fromString(tokens.decode(token).getSubject());
        } catch (BadJwtException e) {
            throw unauthenticated();
        }
    }

    private static BusinessException unauthenticated() {
        return BusinessException.unauthenticated(
                "UNAUTHENTICATED", "Sign in first, or give your e-mail address and password");
    }
}
