package com.promode.aurora.auth.keycloak;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the token endpoint gives; a service account gets no refresh token. */
public record Tokens(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("refresh_token") @Nullable String refreshToken,
        @JsonProperty("expires_in") long expiresIn) {

    /** Whom the access token speaks of. Its signature needs no check: it comes straight from Keycloak. */
    public Identity identity() {
        try {
            var claims = SignedJWT.parse(accessToken).getJWTClaimsSet();
            return new Identity(
                    UUID.fromString(claims.getSubject()),
                    claims.getStringClaim("email"),
                    claims.getStringClaim("tenant_id"),
                    Role.ours(strings(claims, "roles")),
                    strings(claims, "permissions"));
        } catch (ParseException e) {
            throw new IllegalStateException("Keycloak issued a token that can't be read", e);
        }
    }

    private static List<String> strings(JWTClaimsSet claims, String name) throws ParseException {
        var values = claims.getStringListClaim(name);
        return values == null ? List.of() : values.stream().sorted().toList();
    }

    /** The claims of Aurora; a user whom somebody made by hand may lack a tenant. */
    public record Identity(
            UUID id, @Nullable String email, @Nullable String tenantId, List<String> roles, List<String> permissions) {}
}
