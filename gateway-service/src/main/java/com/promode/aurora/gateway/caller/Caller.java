package com.promode.aurora.gateway.caller;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ServerWebExchange;

/** The signed-in user of a request, as the token says; both parts are {@code -} for an anonymous one. */
public record Caller(String userId, String tenantId) {

    private static final String ATTRIBUTE = Caller.class.getName();
    private static final Caller ANONYMOUS = new Caller("-", "-");

    public static Caller of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, ANONYMOUS);
    }

    public boolean isAnonymous() {
        return equals(ANONYMOUS);
    }

    public static void remember(ServerWebExchange exchange, Jwt token) {
        exchange.getAttributes().put(ATTRIBUTE, new Caller(claim(token, "sub"), claim(token, "tenant_id")));
    }

    private static String claim(Jwt token, String name) {
        var value = token.getClaimAsString(name);
        return value == null ? "-" : value;
    }
}
