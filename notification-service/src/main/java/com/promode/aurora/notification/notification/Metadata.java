package com.promode.aurora.notification.notification;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The facts behind a notification as JSON in the database, decimals exact both ways. */
final class Metadata {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final TypeReference<Map<String, @Nullable Object>> FACTS = new TypeReference<>() {};

    private Metadata() {}

    static String write(Map<String, @Nullable Object> facts) {
        return JSON.writeValueAsString(facts);
    }

    static Map<String, @Nullable Object> read(String json) {
        return JSON.readValue(json, FACTS);
    }
}
