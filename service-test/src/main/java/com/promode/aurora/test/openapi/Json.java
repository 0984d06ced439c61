package com.promode.aurora.test.openapi;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON trees in few words. */
final class Json {

    /** Keeps decimals as they are written. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** An object of names and values by turns; a value is a tree, a list or what JSON has words for. */
    static ObjectNode object(Object... namesAndValues) {
        var object = JsonNodeFactory.instance.objectNode();
        var pairs = Arrays.asList(namesAndValues);
        for (var index = 0; index < pairs.size(); index += 2) {
            object.set(pairs.get(index).toString(), node(pairs.get(index + 1)));
        }
        return object;
    }

    static ArrayNode array(List<?> items) {
        var array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(node(item)));
        return array;
    }

    static ObjectNode reference(String kind, String name) {
        return object("$ref", "#/components/%s/%s".formatted(kind, name));
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode tree -> tree; // not copied: references in it are filled in later
            case List<?> list -> array(list);
            default -> MAPPER.valueToTree(value);
        };
    }
}
