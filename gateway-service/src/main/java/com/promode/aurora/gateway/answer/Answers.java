package com.promode.aurora.gateway.answer;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever stopped a request into the one error envelope; nothing of the failure itself is shown. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class Answers implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    /** How long a caller should leave a service alone that does not answer. */
    private static final String RETRY_AFTER_SECONDS = "5";

    private final JsonMapper json;
    private final Clock clock;

    Answers(JsonMapper json) {
        this.json = json;
        this.clock = Clock.systemUTC();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        var refusal = Refusal.of(failure);
        report(exchange, refusal, failure);
        response.setStatusCode(refusal.status);
        var headers = response.getHeaders();
        if (failure instanceof ErrorResponse explained) {
            headers.addAll(explained.getHeaders());
        }
        switch (refusal) {
            case UNAUTHENTICATED -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case UNAVAILABLE -> headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            default -> {}
        }
        headers.setContentType(MediaType.APPLICATION_JSON);
        var envelope = ErrorEnvelope.of(refusal, clock.instant().truncatedTo(ChronoUnit.MILLIS), traceId(exchange));
        var body = json.writeValueAsBytes(envelope);
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** The trace that this request belongs to, empty when it is not traced. */
    public static String traceId(ServerWebExchange exchange) {
        return span(exchange).map(span -> span.context().traceId()).orElse("");
    }

    /** What a service goes on from. */
    public static Optional<Span> span(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observed -> observed.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan);
    }

    private static void report(ServerWebExchange exchange, Refusal refusal, Throwable failure) {
        var request = exchange.getRequest();
        var path = request.getURI().getRawPath();
        switch (refusal) {
            case INTERNAL_ERROR -> {
                if (!(failure instanceof CancellationException)) {
                    log.atError()
                            .addKeyValue("trace", traceId(exchange))
                            .setCause(failure)
                            .log("{} {} failed", request.getMethod(), path);
                }
            }
            case UNAVAILABLE ->
                log.atWarn()
                        .addKeyValue("trace", traceId(exchange))
                        .log("{} {} not answered: {}", request.getMethod(), path, failure.toString());
            default -> {}
        }
    }
}
