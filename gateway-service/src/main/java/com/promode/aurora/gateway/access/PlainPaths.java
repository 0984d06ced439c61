package com.promode.aurora.gateway.access;

import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses a path that is another way of writing one of ours, so that no two components can disagree about what it means:
 * what the firewall of Spring Security leaves is a slash at the end and capital letters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class PlainPaths implements WebFilter {

    private static final Pattern OURS = Pattern.compile("(?i)/(api|ws)/.*");
    private static final Pattern SLASH_AT_THE_END = Pattern.compile(".+/");

    /** Ids may have them, and names of settings, but no word of ours within the first three. */
    private static final Pattern CAPITALS =
            Pattern.compile("/([^/]*[A-Z]|[^/]*/[^/]*[A-Z]|[^/]*/[^/]*/(?=[^/]*[A-Z])(?![0-9a-fA-F]{8}-)).*");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getURI().getRawPath();
        var odd = OURS.matcher(path).matches()
                && (SLASH_AT_THE_END.matcher(path).matches()
                        || CAPITALS.matcher(path).matches());
        return odd ? Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST)) : chain.filter(exchange);
    }
}
