package com.promode.aurora.gateway.access;

import com.promode.aurora.gateway.caller.Caller;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps the caller with the exchange, where limits and the access log find it without the security context. */
class CallerFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .doOnNext(signedIn -> Caller.remember(exchange, signedIn.getToken()))
                .then(chain.filter(exchange));
    }
}
