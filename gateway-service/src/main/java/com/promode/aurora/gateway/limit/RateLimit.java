package com.promode.aurora.gateway.limit;

import com.promode.aurora.gateway.caller.Caller;
import com.promode.aurora.gateway.limit.LimitProperties.Rate;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts what a user, or an address where nobody is signed in, has asked for, and sign-ins by address on top. */
@Component
public class RateLimit {

    private final LimitProperties limits;
    private final AsyncProxyManager<String> buckets;

    RateLimit(LimitProperties limits, AsyncProxyManager<String> buckets) {
        this.limits = limits;
        this.buckets = buckets;
    }

    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!limits.rates()) {
            return chain.filter(exchange);
        }
        var path = exchange.getRequest().getPath().value();
        var signIn = limits.signInPaths().contains(path);
        var allowed = take(exchange, requester(exchange), limits.requests());
        if (signIn) {
            allowed = allowed.then(take(exchange, "sign-in " + address(exchange), limits.signIns()));
        }
        return allowed.then(chain.filter(exchange));
    }

    private Mono<Void> take(ServerWebExchange exchange, String bucket, Rate rate) {
        var bandwidth = Bandwidth.builder()
                .capacity(rate.count())
                .refillGreedy(rate.count(), rate.period())
                .build();
        var configuration = BucketConfiguration.builder().addLimit(bandwidth).build();
        return Mono.fromFuture(
                        () -> buckets.builder().build(bucket, configuration).tryConsumeAndReturnRemaining(1))
                .flatMap(probe -> decide(exchange, rate, probe));
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

    private static String requester(ServerWebExchange exchange) {
        var caller = Caller.of(exchange);
        return caller.isAnonymous() ? "address " + address(exchange) : "user " + caller.userId();
    }

    private static String address(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        return remote == null ? "unknown" : remote.getHostString();
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}
