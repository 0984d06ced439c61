package com.promode.aurora.test.openapi;

import com.promode.aurora.starter.web.IfMatch;
import com.promode.aurora.test.endpoint.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The refusals that an endpoint may answer with, all in the same envelope. */
enum Refusals {
    BAD_REQUEST(400, "VALIDATION_ERROR", "The request is not valid", """
            `VALIDATION_ERROR`: details name the fields at fault. `MALFORMED_REQUEST`: the request can't be read, or has a \
            field that is not known."""),
    UNAUTHENTICATED(401, "UNAUTHENTICATED", "Sign in first", "There is no good token."),
    FORBIDDEN(403, "FORBIDDEN", "You are not allowed to do this", "The permission is missing."),
    NOT_FOUND(
            404,
            "NOT_FOUND",
            "There is no product 01990000-0000-7000-8000-000000000000",
            "It does not exist, or belongs to somebody else."),
    CONFLICT(
            409,
            "CONFLICT",
            "Others were changing the same object; try again",
            "It can't be done as things are; the code says why, e.g. `DUPLICATE`, `INVALID_TRANSITION`, `INSUFFICIENT_STOCK`."),
    STALE(
            412,
            "STALE",
            "The object has changed; read it again (now \"3\")",
            "The object has another version than If-Match names."),
    TOO_LARGE(413, "PAYLOAD_TOO_LARGE", "The body is too large", "The body is too large."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "UNSUPPORTED_MEDIA_TYPE",
            "The body must be application/json",
            "The body has another media type than is documented here."),
    UNPROCESSABLE(
            422,
            "IDEMPOTENCY_MISMATCH",
            "This Idempotency-Key was used for another request; take a new one",
            "The Idempotency-Key was used for another request."),
    RATE_LIMITED(429, "RATE_LIMITED", "Too many requests; try again later", "Too many requests."),
    UNAVAILABLE(
            503,
            "UNAVAILABLE",
            "The service does not answer; try again later",
            "Something does not answer at the moment.");

    private static final List<Integer> WITH_RETRY_AFTER = List.of(429, 503);

    private final int status;
    private final String code;
    private final String message;
    private final String meaning;

    Refusals(int status, String code, String message, String meaning) {
        this.status = status;
        this.code = code;
        this.message = message;
        this.meaning = meaning;
    }

    int status() {
        return status;
    }

    ObjectNode reference() {
        return Json.reference("responses", name());
    }

    static Stream<Refusals> of(Endpoint endpoint, boolean hasBody, boolean hasQuery) {
        return Arrays.stream(values()).filter(refusal -> refusal.isPossible(endpoint, hasBody, hasQuery));
    }

    static ObjectNode shared() {
        var responses = Json.object();
        Arrays.stream(values()).forEach(refusal -> responses.set(refusal.name(), refusal.response()));
        return responses;
    }

    /** The schema that all of them have. */
    static ObjectNode schema() {
        var text = Json.object("type", "string");
        var detail = shape("field", text, "message", text);
        var error = shape("code", text, "message", text, "details", Json.object("type", "array", "items", detail));
        var failure = shape(
                "success",
                Json.object("const", false),
                "error",
                error,
                "timestamp",
                Json.object("type", "string", "format", "date-time"));
        failure.withObject("properties").set("traceId", text);
        return failure;
    }

    private static ObjectNode shape(Object... namesAndSchemas) {
        var properties = Json.object(namesAndSchemas);
        return Json.object(
                "type",
                "object",
                "properties",
                properties,
                "required",
                properties.propertyNames().stream().toList());
    }

    private boolean isPossible(Endpoint endpoint, boolean hasBody, boolean hasQuery) {
        var keyed = Parameters.takesIdempotencyKey(endpoint);
        return switch (this) {
            case BAD_REQUEST -> hasBody || hasQuery || keyed || endpoint.path().contains("{");
            case NOT_FOUND -> hasBody || endpoint.path().contains("{");
            case CONFLICT -> !endpoint.method().equals("GET");
            case STALE ->
                Arrays.stream(endpoint.handler().getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType().equals(IfMatch.class));
            case TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> hasBody;
            case UNPROCESSABLE -> keyed;
            case UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED, UNAVAILABLE -> true;
        };
    }

    private ObjectNode response() {
        var response = Json.object("description", meaning);
        if (WITH_RETRY_AFTER.contains(status)) {
            response.set(
                    "headers",
                    Json.object(
                            "Retry-After",
                            Json.object("description", "Seconds to wait.", "schema", Json.object("type", "integer"))));
        }
        var error = Json.object("code", code, "message", message, "details", List.of());
        var example = Json.object(
                "success",
                false,
                "error",
                error,
                "timestamp",
                "2026-01-31T09:30:00.000Z",
                "traceId",
                "4bf92f3577b34da6a3ce929d0e0e4736");
        response.set(
                "content",
                Json.object(
                        "application/json",
                        Json.object("schema", Json.reference("schemas", "Failure"), "example", example)));
        return response;
    }
}
