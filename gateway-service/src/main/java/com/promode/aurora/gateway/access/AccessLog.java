package com.promode.aurora.gateway.access;

import com.promode.aurora.gateway.answer.Answers;
import com.promode.aurora.gateway.caller.Caller;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One line per request, a refused one too; a path is logged without its query, which may hold a ticket. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class AccessLog implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger("access");
    private static final String MANAGEMENT = "/actuator";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith(MANAGEMENT)) {
            return chain.filter(exchange);
        }
        var start = System.nanoTime();
        return chain.filter(exchange).doFinally(signal -> line(exchange, (System.nanoTime() - start) / 1_000_000));
    }

    private static void line(ServerWebExchange exchange, long millis) {
        var request = exchange.getRequest();
        var caller = Caller.of(exchange);
        var status = exchange.getResponse().getStatusCode();
        var path = request.getURI().getRawPath();
        log.atInfo()
                .addKeyValue("user", caller.userId())
                .addKeyValue("tenant", caller.tenantId())
                .addKeyValue("address", address(request.getRemoteAddress()))
                .addKeyValue("trace", Answers.traceId(exchange))
                .addKeyValue("status", status == null ? 0 : status.value())
                .addKeyValue("duration_ms", millis)
                .log("{} {}", request.getMethod(), path);
    }

    private static String address(@Nullable InetSocketAddress remote) {
        return remote == null ? "-" : remote.getHostString();
    }
}
