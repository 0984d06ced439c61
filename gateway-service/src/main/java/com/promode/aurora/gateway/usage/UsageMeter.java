package com.promode.aurora.gateway.usage;

import com.promode.aurora.contracts.gateway.UsageEvent.ApiUsage;
import com.promode.aurora.gateway.caller.Caller;
import com.promode.aurora.gateway.usage.Tally.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts every answer, its own refusals too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class UsageMeter implements WebFilter {

    private static final String MANAGEMENT = "/actuator";

    private final UsageProperties properties;
    private final Clock clock = Clock.systemUTC();
    private final Map<Kind, Tally> tallies = new ConcurrentHashMap<>();

    UsageMeter(UsageProperties properties) {
        this.properties = properties;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith(MANAGEMENT)) {
            return chain.filter(exchange);
        }
        var start = System.nanoTime();
        var bytes = new AtomicLong();
        var counted = exchange.mutate().response(counting(exchange, bytes)).build();
        return chain.filter(counted)
                .doFinally(signal -> count(exchange, Duration.ofNanos(System.nanoTime() - start), bytes.get()));
    }

    /** What minutes before this one were like; they are forgotten. */
    List<ApiUsage> takeBefore(Instant minute) {
        var now = clock.instant();
        var taken = new ArrayList<ApiUsage>();
        tallies.keySet().stream()
                .filter(kind -> kind.minute().isBefore(minute))
                .forEach(kind -> tallies.computeIfPresent(kind, (same, tally) -> {
                    taken.add(tally.event(same, now));
                    return null;
                }));
        return taken;
    }

    private void count(ServerWebExchange exchange, Duration took, long bytes) {
        var caller = Caller.of(exchange);
        var kind = new Kind(
                clock.instant().truncatedTo(ChronoUnit.MINUTES),
                route(exchange),
                caller.tenantId(),
                statusClass(exchange),
                portal(exchange, caller));
        // a refusal is written past the counter, and has a length
        var sent = bytes > 0
                ? bytes
                : Math.max(0, exchange.getResponse().getHeaders().getContentLength());
        tallies.compute(kind, (same, tally) -> (tally == null ? new Tally() : tally)
                .add(took, sent, caller.isAnonymous() ? null : caller.userId()));
    }

    private static String route(ServerWebExchange exchange) {
        return exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR) instanceof Route route
                ? route.getId()
                : "none";
    }

    private static String statusClass(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        return status == null ? "5xx" : status.value() / 100 + "xx";
    }

    private String portal(ServerWebExchange exchange, Caller caller) {
        var origin = exchange.getRequest().getHeaders().getOrigin();
        var portal = origin == null ? "" : properties.portal(origin);
        if (!portal.isEmpty()) {
            return portal;
        }
        return caller.client().equals("-") ? "none" : caller.client();
    }

    private static ServerHttpResponseDecorator counting(ServerWebExchange exchange, AtomicLong bytes) {
        return new ServerHttpResponseDecorator(exchange.getResponse()) {
            @Override
            public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
                return super.writeWith(count(body));
            }

            @Override
            public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                return super.writeAndFlushWith(Flux.from(body).map(this::count));
            }

            private Publisher<? extends DataBuffer> count(Publisher<? extends DataBuffer> body) {
                return Flux.from(body).doOnNext(buffer -> bytes.addAndGet(buffer.readableByteCount()));
            }
        };
    }
}
