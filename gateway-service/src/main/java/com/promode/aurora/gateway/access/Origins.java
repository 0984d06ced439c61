package com.promode.aurora.gateway.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** Lets the browsers of the listed portals in and refuses every other origin, WebSocket handshakes included. */
class Origins extends DefaultCorsProcessor {

    static CorsWebFilter filter(List<String> allowed) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOriginPatterns(allowed);
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        configuration.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Accept",
                "If-Match",
                "If-None-Match",
                "Idempotency-Key",
                "X-Signature",
                "X-Signature-Key",
                "X-Signature-Nonce",
                "X-Signature-Timestamp",
                "traceparent"));
        configuration.setExposedHeaders(List.of(
                "ETag",
                "Location",
                "Retry-After",
                "Content-Disposition",
                "X-RateLimit-Limit",
                "X-RateLimit-Remaining",
                "X-RateLimit-Reset"));
        configuration.setMaxAge(Duration.ofHours(1));
        return new CorsWebFilter(exchange -> configuration, new Origins());
    }

    @Override
    public boolean process(@Nullable CorsConfiguration configuration, ServerWebExchange exchange) {
        if (super.process(configuration, exchange)) {
            return true;
        }
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
