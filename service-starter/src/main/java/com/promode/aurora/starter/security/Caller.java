package com.promode.aurora.starter.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The signed-in user of this request.
 *
 * @param token the verified access token
 */
public record Caller(JwtAuthenticationToken token) {

    /**
     * Who calls.
     *
     * @throws IllegalStateException when nobody is signed in, e.g. in a listener
     */
    public static Caller current() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in here"));
    }

    /** Who calls, empty when nobody is signed in. */
    public static Optional<Caller> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.of(new Caller(token))
                : Optional.empty();
    }

    /** Id of the user: the claim {@code sub}. */
    public UUID id() {
        return UUID.fromString(token.getToken().getSubject());
    }

    /** Whether the token holds a permission such as {@code stock:read}. */
    public boolean may(String permission) {
        return token.getAuthorities().stream().anyMatch(authority -> permission.equals(authority.getAuthority()));
    }
}
