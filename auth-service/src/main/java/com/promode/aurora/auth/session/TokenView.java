package com.promode.aurora.auth.session;

import com.promode.aurora.auth.keycloak.Tokens;
import com.promode.aurora.auth.keycloak.Tokens.Identity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The token object of the specification, its names kept. */
@JsonNaming(SnakeCaseStrategy.class)
record TokenView(
        String accessToken, @Nullable String refreshToken, String tokenType, long expiresIn, TokenView.User user) {

    record User(UUID id, @Nullable String email, List<String> roles, List<String> permissions) {}

    static TokenView of(Tokens tokens, Identity identity) {
        return new TokenView(
                tokens.accessToken(),
                tokens.refreshToken(),
                "Bearer",
                tokens.expiresIn(),
                new User(identity.id(), identity.email(), identity.roles(), identity.permissions()));
    }
}
