package com.promode.aurora.auth.session;

import com.nimbusds.jwt.SignedJWT;
import com.promode.aurora.auth.keycloak.Tokens;
import com.promode.aurora.auth.keycloak.Tokens.Identity;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The token object of the specification, its names kept. */
@JsonNaming(SnakeCaseStrategy.class)
public record TokenView(
        String accessToken, @Nullable String refreshToken, String tokenType, long expiresIn, TokenView.User user) {

    public record User(UUID id, @Nullable String email, List<String> roles, List<String> permissions) {}

    /** The claim {@code sid}. Its signature needs no check: it comes straight from Keycloak. */
    Optional<String> sessionId() {
        try {
            return Optional.ofNullable(
                    SignedJWT.parse(accessToken).getJWTClaimsSet().getStringClaim("sid"));
        } catch (ParseException e) {
            throw new IllegalStateException("Keycloak issued a token that can't be read", e);
        }
    }

    static TokenView of(Tokens tokens, Identity identity) {
        return new TokenView(
                tokens.accessToken(),
                tokens.refreshToken(),
                "Bearer",
                tokens.expiresIn(),
                new User(identity.id(), identity.email(), identity.roles(), identity.permissions()));
    }
}
