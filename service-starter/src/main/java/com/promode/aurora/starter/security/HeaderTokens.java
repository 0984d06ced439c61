package com.promode.aurora.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the access token from the header {@code Authorization} (RFC 6750, section 2.1). What it is made of is left to the
 * decoder, which hardly ever has to look: Spring Security's own resolver matches each character of each request's token.
 */
public class HeaderTokens implements BearerTokenResolver {

    private static final String BEARER = "Bearer ";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        var token = authorization.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }
}
