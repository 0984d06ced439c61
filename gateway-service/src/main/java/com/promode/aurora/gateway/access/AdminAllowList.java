package com.promode.aurora.gateway.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.promode.aurora.gateway.caller.Caller;
import com.promode.aurora.gateway.setting.Settings;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets administrators in only from the networks that their tenant has listed, if it has listed any. */
@Component
class AdminAllowList {

    private static final int MOST_LISTS = 1_000;

    private final Settings settings;
    private final LoadingCache<List<String>, Networks> networks =
            Caffeine.newBuilder().maximumSize(MOST_LISTS).build(Networks::new);

    AdminAllowList(Settings settings) {
        this.settings = settings;
    }

    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isAdministration(exchange) && !mayCall(exchange)
                ? Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN))
                : chain.filter(exchange);
    }

    private static boolean isAdministration(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        return path.equals("/api/admin") || path.startsWith("/api/admin/") || path.startsWith("/ws/admin/");
    }

    private boolean mayCall(ServerWebExchange exchange) {
        var listed = settings.adminAllowList(Caller.of(exchange).tenantId());
        return listed.isEmpty()
                || networks.get(listed).contain(exchange.getRequest().getRemoteAddress());
    }
}
