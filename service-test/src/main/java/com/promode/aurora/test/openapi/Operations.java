package com.promode.aurora.test.openapi;

import com.promode.aurora.starter.batch.Batch;
import com.promode.aurora.test.endpoint.Endpoint;
import com.promode.aurora.test.endpoint.EndpointTable.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes endpoints. */
final class Operations {

    static final String ABOUT = """
            Every answer is an envelope: `success`, `data` and `message`, with `meta` beside the items of a list; or \
            `success: false` and `error`. Times are ISO 8601; answers have them in UTC, requests may have any offset. \
            `/api/v1/...` is the same as `/api/...`.""";

    private static final String SIGNED_IN = "authenticated";

    private final Schemas schemas;
    private final Parameters parameters;
    private final Responses responses;

    Operations(Schemas schemas, Listings listings) {
        this.schemas = schemas;
        this.parameters = new Parameters(schemas, listings);
        this.responses = new Responses(schemas);
    }

    ObjectNode of(Endpoint endpoint, Optional<Row> row, boolean keyset) {
        var feature = feature(endpoint);
        var operation = Json.object(
                "tags",
                List.of(words(feature)),
                "summary",
                row.map(Row::summary).orElse(""),
                "description",
                row.map(Operations::permission).orElse(""),
                "operationId",
                endpoint.handler().getMethod().getName() + feature);
        if (endpoint.isPublic()) {
            operation.set("security", publicSecurity(endpoint));
        }
        var taken = parameters.of(endpoint, keyset);
        if (!taken.isEmpty()) {
            operation.set("parameters", Json.array(taken));
        }
        var body = body(endpoint);
        body.ifPresent(request -> operation.set("requestBody", request));
        operation.set("responses", responses(endpoint, body.isPresent(), isQueried(taken), keyset));
        return operation;
    }

    private ObjectNode responses(Endpoint endpoint, boolean hasBody, boolean hasQuery, boolean keyset) {
        var all = Json.object();
        responses.of(endpoint, keyset).forEach((status, response) -> all.set(String.valueOf(status), response));
        Refusals.of(endpoint, hasBody, hasQuery)
                .forEach(refusal -> all.set(String.valueOf(refusal.status()), refusal.reference()));
        return all;
    }

    private Optional<ObjectNode> body(Endpoint endpoint) {
        return Arrays.stream(endpoint.handler().getMethodParameters())
                .flatMap(parameter -> body(parameter).stream())
                .findFirst();
    }

    private Optional<ObjectNode> body(MethodParameter parameter) {
        var type = ResolvableType.forMethodParameter(parameter);
        if (Batch.class.equals(type.resolve())) {
            return Optional.of(json(true, batch(type.getGeneric(0))));
        }
        var body = parameter.getParameterAnnotation(RequestBody.class);
        if (body == null) {
            return Optional.empty();
        }
        return Optional.of(
                parameter.getParameterType().equals(byte[].class)
                        ? content(body.required(), "text/csv", Json.object("type", "string"))
                        : json(body.required(), schemas.command(type)));
    }

    private ObjectNode batch(ResolvableType item) {
        var array = Json.object(
                "type", "array", "items", schemas.command(item), "minItems", 1, "maxItems", Batch.MAX_ITEMS);
        return Json.object("oneOf", List.of(schemas.command(item), array));
    }

    private static ObjectNode json(boolean required, ObjectNode schema) {
        return content(required, "application/json", schema);
    }

    private static ObjectNode content(boolean required, String type, ObjectNode schema) {
        return Json.object("required", required, "content", Json.object(type, Json.object("schema", schema)));
    }

    private static boolean isQueried(List<ObjectNode> parameters) {
        return parameters.stream()
                .anyMatch(parameter -> parameter.path("in").asString("").equals("query"));
    }

    private static String permission(Row row) {
        var permission = row.permission();
        if (permission.equals("public")) {
            return "Needs no token.";
        }
        return permission.startsWith(SIGNED_IN)
                ? "Needs a token, no permission" + permission.substring(SIGNED_IN.length()) + "."
                : "Permission: " + permission + ".";
    }

    /** None, or one that is looked at if there is one. */
    private static ArrayNode publicSecurity(Endpoint endpoint) {
        var looksAtToken = Arrays.stream(endpoint.handler().getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .anyMatch(header -> header != null && header.name().equals(HttpHeaders.AUTHORIZATION));
        return looksAtToken
                ? Json.array(List.of(Json.object(), Json.object("bearer", List.of())))
                : Json.array(List.of());
    }

    /** {@code StockMovement} of {@code StockMovementController}. */
    private static String feature(Endpoint endpoint) {
        return endpoint.handler().getBeanType().getSimpleName().replaceFirst("Controller$", "");
    }

    /** {@code Stock movement} of {@code StockMovement}. */
    private static String words(String name) {
        return StringUtils.capitalize(
                name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
    }
}
