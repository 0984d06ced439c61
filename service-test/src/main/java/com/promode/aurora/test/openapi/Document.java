package com.promode.aurora.test.openapi;

import com.promode.aurora.test.endpoint.Endpoint;
import com.promode.aurora.test.endpoint.EndpointTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of a service as its routes tell it, first without examples. */
final class Document {

    /** Of a request that may have been bad in parts. */
    private static final int MULTI_STATUS = 207;

    private final List<Endpoint> endpoints;
    private final ObjectNode tree;
    private final Checks checks;

    /**
     * Makes it.
     *
     * @param mapper the service's own
     * @param keyset whether the list that an endpoint answers is read on and on rather than page by page
     */
    Document(
            String service,
            List<Endpoint> endpoints,
            JsonMapper mapper,
            Listings listings,
            Predicate<Endpoint> keyset) {
        this.endpoints = endpoints;
        var table = EndpointTable.read();
        var schemas = new Schemas(mapper);
        var operations = new Operations(schemas, listings);
        var paths = Json.object();
        endpoints.forEach(endpoint -> paths.withObjectProperty(endpoint.path())
                .set(
                        endpoint.method().toLowerCase(Locale.ROOT),
                        operations.of(endpoint, table.find(endpoint), keyset.test(endpoint))));
        var definitions = schemas.definitions();
        definitions.set("Failure", Refusals.schema());
        tree = Json.object(
                "openapi",
                "3.1.0",
                "info",
                Json.object("title", "Aurora " + service, "version", "1", "description", Operations.ABOUT),
                "servers",
                List.of(Json.object("url", "/")),
                "security",
                List.of(Json.object("bearer", List.of())),
                "paths",
                paths,
                "components",
                Json.object(
                        "schemas",
                        definitions,
                        "parameters",
                        Parameters.shared(),
                        "responses",
                        Refusals.shared(),
                        "securitySchemes",
                        Json.object("bearer", Json.object("type", "http", "scheme", "bearer", "bearerFormat", "JWT"))));
        checks = new Checks(tree);
    }

    String text() {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    Stream<Endpoint> endpoints() {
        return endpoints.stream();
    }

    Operation operation(Endpoint endpoint) {
        return operation(tree, endpoint).orElseThrow();
    }

    Checks checks() {
        return checks;
    }

    /** The operation of an endpoint in any document. */
    static Optional<Operation> operation(JsonNode document, Endpoint endpoint) {
        var found = document.path("paths")
                .path(endpoint.path())
                .path(endpoint.method().toLowerCase(Locale.ROOT));
        return found instanceof ObjectNode operation ? Optional.of(new Operation(operation)) : Optional.empty();
    }

    /** What an exchange says otherwise than the document. */
    List<String> problems(Endpoint endpoint, Exchange exchange) {
        var operation = operation(endpoint);
        var response = operation.response(exchange.status());
        if (response.isEmpty()) {
            return List.of("the status is not documented");
        }
        var problems = new ArrayList<String>();
        var content = Objects.requireNonNullElse(exchange.response(), "");
        if (!exchange.isGood()) {
            if (!content.isBlank()) {
                problems.addAll(checks.problems(failure(), Json.MAPPER.readTree(content)));
            }
            return problems;
        }
        exchange.parameters().stream()
                .filter(name -> !operation.hasParameter(name))
                .forEach(name -> problems.add("the parameter " + name + " is not documented"));
        Stream.of("ETag", "Location")
                .filter(name -> exchange.headers().contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !response.get().path("headers").has(name))
                .forEach(name -> problems.add("the header " + name + " is not documented"));
        var schema = operation.responseMedia(exchange.status());
        if (schema.isEmpty() && !content.isBlank()) {
            problems.add("the body is not documented");
        }
        if (!exchange.isSparse()) {
            schema.filter(Operation.Media::isJson)
                    .ifPresent(
                            media -> problems.addAll(checks.problems(media.schema(), Json.MAPPER.readTree(content))));
        }
        if (!exchange.request().isBlank() && exchange.status() != MULTI_STATUS) {
            operation.requestMedia().filter(Operation.Media::isJson).ifPresent(media -> checks.problems(
                            media.schema(), Json.MAPPER.readTree(exchange.request()))
                    .forEach(problem -> problems.add("request: " + problem)));
        }
        return problems;
    }

    private JsonNode failure() {
        return tree.at("/components/schemas/Failure");
    }
}
