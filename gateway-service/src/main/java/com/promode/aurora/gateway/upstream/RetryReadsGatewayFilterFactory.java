package com.promode.aurora.gateway.upstream;

import java.io.IOException;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.retry.Retry;

/**
 * Filter {@code RetryReads}: repeats a GET whose connection failed. The framework's Retry would keep every request body
 * of the route in memory, those of POSTs too.
 */
@Component
class RetryReadsGatewayFilterFactory extends AbstractGatewayFilterFactory<RetryReadsGatewayFilterFactory.Config> {

    RetryReadsGatewayFilterFactory() {
        super(Config.class);
    }

    @Override
    public GatewayFilter apply(Config config) {
        return (exchange, chain) -> chain.filter(exchange)
                .retryWhen(Retry.backoff(config.retries, config.firstBackoff)
                        .maxBackoff(config.firstBackoff.multipliedBy(10))
                        .filter(failure -> failure instanceof IOException && repeatable(exchange))
                        .doBeforeRetry(signal -> ServerWebExchangeUtils.reset(exchange))
                        .onRetryExhaustedThrow((spec, last) -> last.failure()));
    }

    private static boolean repeatable(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return HttpMethod.GET.equals(request.getMethod())
                && request.getHeaders().getContentLength() <= 0
                && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)
                && !exchange.getResponse().isCommitted();
    }

    /** Bound from the route's arguments. */
    static class Config {

        private int retries = 2;
        private Duration firstBackoff = Duration.ofMillis(50);

        public void setRetries(int retries) {
            this.retries = retries;
        }

        public void setFirstBackoff(Duration firstBackoff) {
            this.firstBackoff = firstBackoff;
        }
    }
}
