package com.promode.aurora.starter.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Makes the failure envelope, for exceptions of controllers and for filters, which answer before any controller runs. */
public class Failures {

    private final JsonMapper json;
    private final Clock clock;
    private final Tracer tracer;

    Failures(JsonMapper json, Clock clock, Tracer tracer) {
        this.json = json;
        this.clock = clock;
        this.tracer = tracer;
    }

    /** Writes the refusal to the response, status and all. */
    public void write(HttpServletResponse response, BusinessException exception) throws IOException {
        response.setStatus(exception.status().value());
        retryAfter(exception.status()).ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getOutputStream(), envelope(exception));
    }

    Envelope.Failure envelope(BusinessException exception) {
        return new Envelope.Failure(
                false,
                new Envelope.Error(exception.code(), exception.message(), exception.details()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                traceId());
    }

    BusinessException of(HttpStatus status, String message) {
        return new BusinessException(status, code(status), message, List.of());
    }

    /** Seconds, as RFC 9110 has them, where it may help to ask again. */
    static Optional<String> retryAfter(HttpStatus status) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> Optional.of("5");
            case TOO_MANY_REQUESTS -> Optional.of("60");
            default -> Optional.empty();
        };
    }

    static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this path";
            case METHOD_NOT_ALLOWED -> "This path does not answer to this method";
            case UNSUPPORTED_MEDIA_TYPE -> "The body must be application/json";
            case NOT_ACCEPTABLE -> "The answer is application/json; accept that";
            default -> "The request was refused: " + status.getReasonPhrase();
        };
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "MALFORMED_REQUEST";
            case UNAUTHORIZED -> "UNAUTHENTICATED";
            case CONTENT_TOO_LARGE -> "PAYLOAD_TOO_LARGE";
            case SERVICE_UNAVAILABLE -> "UNAVAILABLE";
            case INTERNAL_SERVER_ERROR -> "INTERNAL_ERROR";
            default -> status.name();
        };
    }

    private @Nullable String traceId() {
        return Optional.ofNullable(tracer.currentSpan())
                .map(Span::context)
                .map(context -> context.traceId())
                .orElse(null);
    }
}
