package com.promode.aurora.starter.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads times as callers may write them: ISO 8601 with any offset, never a bare number, whose unit nobody knows. */
class OffsetTimeDeserializer extends StdScalarDeserializer<Instant> {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    OffsetTimeDeserializer() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        var text = parser.getString();
        try {
            return OffsetDateTime.parse(text, FORMAT).toInstant();
        } catch (DateTimeException ignored) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time with an offset");
        }
    }
}
