package com.promode.aurora.gateway.access;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** {@code /api/v1/...} is {@code /api/...}; renamed first of all, so that no rule has to know both. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VersionAlias implements WebFilter {

    private static final String ALIAS = "/api/v1/";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var path = request.getURI().getRawPath();
        if (!path.startsWith(ALIAS)) {
            return chain.filter(exchange);
        }
        var renamed =
                request.mutate().path("/api/" + path.substring(ALIAS.length())).build();
        return chain.filter(exchange.mutate().request(renamed).build());
    }
}
