package com.promode.aurora.gateway.limit;

import com.promode.aurora.gateway.caller.Caller;
import com.promode.aurora.gateway.limit.LimitProperties.Rate;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Counts what a user, or an address where nobody is signed in, has asked for, and sign-ins by address on top. */
@Component
public class RateLimit {

    private record Special(String name, HttpMethod method, PathPattern path, Rate rate) {

        boolean matches(HttpMethod asked, PathContainer at) {
            return method.equals(asked) && path.matches(at);
        }
    }

    private final LimitProperties limits;
    private final Buckets buckets;
    private final List<Special> specials;

    RateLimit(LimitProperties limits, Buckets buckets) {
        this.limits = limits;
        this.buckets = buckets;
        this.specials = limits.routes().entrySet().stream()
                .flatMap(route -> route.getValue().endpoints().stream()
                        .map(endpoint -> endpoint.split(" ", 2))
                        .map(endpoint -> new Special(
                                route.getKey(),
                                HttpMethod.valueOf(endpoint[0]),
                                PathPatternParser.defaultInstance.parse(endpoint[1]),
                                route.getValue().rate())))
                .toList();
    }

    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!limits.rates()) {
            return chain.filter(exchange);
        }
        var path = exchange.getRequest().getPath().value();
        var allowed = takeShare(exchange);
        if (limits.signInPaths().contains(path)) {
            allowed = allowed.then(take(exchange, "sign-in " + Requester.network(exchange), limits.signIns()));
        }
        return allowed.then(chain.filter(exchange));
    }

    private Mono<Void> takeShare(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var requester = Requester.of(exchange);
        return specials.stream()
                .filter(special ->
                        special.matches(request.getMethod(), request.getPath().pathWithinApplication()))
                .findFirst()
                .map(special -> take(exchange, special.name() + " " + requester, special.rate()))
                .orElseGet(() -> take(exchange, requester, rate(Caller.of(exchange))));
    }

    private Rate rate(Caller caller) {
        return caller.roles().stream()
                .map(limits.roles()::get)
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(Rate::perSecond))
                .orElse(limits.requests());
    }

    private Mono<Void> take(ServerWebExchange exchange, String bucket, Rate rate) {
        return buckets.take(bucket, rate).flatMap(probe -> decide(exchange, rate, probe));
    }

    private static Mono<Void> decide(ServerWebExchange exchange, Rate rate, ConsumptionProbe probe) {
        var headers = exchange.getResponse().getHeaders();
        headers.set("X-RateLimit-Limit", Long.toString(rate.count()));
        headers.set("X-RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        headers.set("X-RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) {
            return Mono.empty();
        }
        var wait = Math.max(1, seconds(probe.getNanosToWaitForRefill()));
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        return Mono.error(new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS));
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}
