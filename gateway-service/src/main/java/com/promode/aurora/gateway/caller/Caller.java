package com.promode.aurora.gateway.caller;

import java.util.List;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ServerWebExchange;

/**
 * The signed-in user of a request, as the token says; the texts are {@code -} for an anonymous one.
 *
 * @param client of Keycloak's that the token was given to
 */
public record Caller(String userId, String tenantId, String client, List<String> roles) {

    private static final String ATTRIBUTE = Caller.class.getName();
    private static final Caller ANONYMOUS = new Caller("-", "-", "-", List.of());

    public static Caller of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, ANONYMOUS);
    }

    public boolean isAnonymous() {
        return equals(ANONYMOUS);
    }

    public static void remember(ServerWebExchange exchange, Jwt token) {
        var roles = token.getClaim("roles") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.<String>of();
        exchange.getAttributes()
                .put(ATTRIBUTE, new Caller(claim(token, "sub"), claim(token, "tenant_id"), claim(token, "azp"), roles));
    }

    private static String claim(Jwt token, String name) {
        var value = token.getClaimAsString(name);
        return value == null ? "-" : value;
    }
}
