package com.promode.aurora.test.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One operation of a document, and where its examples are. */
record Operation(ObjectNode tree) {

    /** One kind of body with its schema. */
    record Media(String type, ObjectNode tree) {

        boolean isJson() {
            return type.equals("application/json");
        }

        JsonNode schema() {
            return tree.path("schema");
        }

        @Nullable
        JsonNode example() {
            return tree.get("example");
        }

        void show(@Nullable JsonNode example) {
            if (example != null) {
                tree.set("example", example);
            }
        }
    }

    Optional<JsonNode> response(int status) {
        return tree.path("responses").optional(String.valueOf(status));
    }

    /** The statuses that say that all is well, the usual one first. */
    List<Integer> goodStatuses() {
        return tree.path("responses")
                .propertyStream()
                .map(response -> Integer.valueOf(response.getKey()))
                .filter(status -> status / 100 == 2)
                .toList();
    }

    Optional<Media> requestMedia() {
        return media(tree.path("requestBody"));
    }

    Optional<Media> responseMedia(int status) {
        return media(tree.path("responses").path(String.valueOf(status)));
    }

    boolean hasParameter(String name) {
        return parameters()
                .anyMatch(parameter -> parameter.path("name").asString("").equals(name));
    }

    boolean hasVariables(Map<String, String> variables) {
        return pathParameters()
                .allMatch(parameter ->
                        variables.containsKey(parameter.path("name").asString()));
    }

    /** The example that it shows for this status. */
    Example example(int status) {
        var variables = new HashMap<String, String>();
        pathParameters()
                .filter(parameter -> parameter.has("example"))
                .forEach(parameter -> variables.put(
                        parameter.path("name").asString(),
                        parameter.path("example").asString()));
        return new Example(
                variables,
                requestMedia().map(Media::example).orElse(null),
                responseMedia(status).map(Media::example).orElse(null));
    }

    /** Shows the request of an example, too, if it is the one of the usual status. */
    void show(int status, Example example) {
        if (goodStatuses().getFirst() == status) {
            pathParameters().forEach(parameter -> show(parameter, example.variables()));
            requestMedia().ifPresent(media -> media.show(example.request()));
        }
        responseMedia(status).ifPresent(media -> media.show(example.response()));
    }

    private static void show(JsonNode parameter, Map<String, String> variables) {
        var value = variables.get(parameter.path("name").asString());
        if (value != null) {
            ((ObjectNode) parameter).put("example", value);
        }
    }

    private Stream<JsonNode> pathParameters() {
        return parameters()
                .filter(parameter -> parameter.path("in").asString("").equals("path"));
    }

    private Stream<JsonNode> parameters() {
        return tree.path("parameters").valueStream();
    }

    private static Optional<Media> media(JsonNode body) {
        return body.path("content")
                .propertyStream()
                .map(media -> new Media(media.getKey(), (ObjectNode) media.getValue()))
                .findFirst();
    }
}
