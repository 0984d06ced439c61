package com.promode.aurora.contracts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The AsyncAPI 3.0 document of all topics, from the catalogue, the schemas and the samples. */
final class AsyncApi {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private AsyncApi() {}

    static String document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("asyncapi", "3.0.0");
        document.put("info", ordered("title", "Aurora events", "version", "1.0.0"));
        document.put("defaultContentType", "application/json");
        document.put("channels", channels());
        document.put("operations", operations());
        document.put("components", components());
        return "# Generated from contracts by AsyncApiTests; do not edit.\n" + YAML.writeValueAsString(document);
    }

    private static Map<String, Object> channels() {
        var channels = new LinkedHashMap<String, Object>();
        byTopic().forEach((topic, types) -> {
            var channel = new LinkedHashMap<String, Object>();
            channel.put("address", topic);
            channel.put(
                    "messages",
                    types.stream()
                            .collect(Collectors.toMap(
                                    Class::getSimpleName,
                                    type -> reference("#/components/messages/" + type.getSimpleName()),
                                    (left, ignored) -> left,
                                    TreeMap::new)));
            channels.put(topic, channel);
        });
        return channels;
    }

    private static Map<String, Object> operations() {
        var operations = new LinkedHashMap<String, Object>();
        byTopic().keySet().forEach(topic -> {
            var operation = new LinkedHashMap<String, Object>();
            operation.put("action", "send");
            operation.put("summary", "Sent by " + topic.replaceFirst("\\..*", "") + "-service");
            operation.put("channel", reference("#/channels/" + topic));
            operations.put("send." + topic, operation);
        });
        return operations;
    }

    private static Map<String, Object> components() {
        var messages = new LinkedHashMap<String, Object>();
        byTopic().values().forEach(types -> types.forEach(type -> messages.put(type.getSimpleName(), message(type))));
        var components = new LinkedHashMap<String, Object>();
        components.put("messages", messages);
        components.put("messageTraits", Map.of("cloudEvent", Map.of("headers", headers())));
        return components;
    }

    private static Map<String, Object> message(Class<? extends IntegrationEvent> type) {
        var message = new LinkedHashMap<String, Object>();
        message.put("name", type.getSimpleName());
        message.put("traits", List.of(reference("#/components/messageTraits/cloudEvent")));
        message.put(
                "payload",
                reference("../contracts/src/main/resources/schemas/%s.json".formatted(type.getSimpleName())));
        message.put(
                "bindings",
                Map.of("kafka", Map.of("key", ordered("type", "string", "description", "The value of " + key(type)))));
        return message;
    }

    /** The CloudEvents 1.0 attributes in Kafka's binary mode, and the W3C trace context. */
    private static Map<String, Object> headers() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("ce_specversion", ordered("type", "string", "const", "1.0"));
        properties.put("ce_id", ordered("type", "string", "format", "uuid", "description", "The eventId"));
        properties.put("ce_type", ordered("type", "string", "description", "Name of the message"));
        properties.put("ce_source", ordered("type", "string", "format", "uri-reference", "description", "The service"));
        properties.put("ce_subject", ordered("type", "string", "description", "The Kafka key"));
        properties.put(
                "ce_time", ordered("type", "string", "format", "date-time", "description", "When it was recorded"));
        properties.put("ce_tenantid", ordered("type", "string", "format", "uuid", "description", "Whose event it is"));
        properties.put("traceparent", ordered("type", "string", "description", "W3C trace context"));
        var headers = ordered("type", "object", "properties", properties);
        headers.put(
                "required",
                List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_tenantid"));
        return headers;
    }

    /** Which components are the key, seen from the samples: {@code resourceId, else resourceType}. */
    private static String key(Class<? extends IntegrationEvent> type) {
        return Sample.of(type).stream()
                .map(sample -> Arrays.stream(sample.event().key().split("/"))
                        .map(part -> component(sample, part))
                        .collect(Collectors.joining("/")))
                .distinct()
                .collect(Collectors.joining(", else "));
    }

    private static String component(Sample sample, String value) {
        return sample.json().properties().stream()
                .filter(property -> property.getValue().isString())
                .filter(property -> property.getValue().asString().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The key of " + sample + " is no component of it"));
    }

    private static Map<String, List<Class<? extends IntegrationEvent>>> byTopic() {
        return EventCatalogue.types().stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .collect(Collectors.groupingBy(AsyncApi::topic, TreeMap::new, Collectors.toList()));
    }

    private static String topic(Class<? extends IntegrationEvent> type) {
        return Sample.of(type).getFirst().event().topic();
    }

    private static Map<String, Object> reference(String to) {
        return ordered("$ref", to);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        var pairs = Arrays.asList(namesAndValues);
        for (var index = 0; index < pairs.size(); index += 2) {
            map.put(pairs.get(index).toString(), pairs.get(index + 1));
        }
        return map;
    }
}
