package com.promode.aurora.test.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says where a value is not what a schema of the document tells; here also what the schema does not mention is wrong. */
final class Checks {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode components;
    private final Map<JsonNode, Schema> compiled = new IdentityHashMap<>();

    Checks(ObjectNode document) {
        components = closed(Json.object("schemas", document.at("/components/schemas")));
    }

    synchronized List<String> problems(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        return SCHEMAS.getSchema(Json.object("allOf", List.of(closed(schema)), "components", components));
    }

    private static JsonNode closed(JsonNode schema) {
        if (schema.isArray()) {
            return Json.array(schema.valueStream().map(Checks::closed).toList());
        }
        if (!schema.isObject()) {
            return schema;
        }
        var copy = Json.object();
        schema.properties().stream()
                .filter(keyword -> !isOurs(keyword))
                .forEach(keyword -> copy.set(keyword.getKey(), closed(keyword.getValue())));
        if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
            copy.put("additionalProperties", false);
        }
        return copy;
    }

    /** Which e-mail addresses are good is for the service to say; others know fewer names of networks. */
    private static boolean isOurs(Map.Entry<String, JsonNode> keyword) {
        return keyword.getKey().equals("format")
                && keyword.getValue().asString("").equals("email");
    }
}
