package com.promode.aurora.starter.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the small application answered. */
public record Answer(String call, int status, HttpHeaders headers, byte[] bytes) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Fails the test unless the status is this one. */
    public Answer expect(int expected) {
        assertThat(status).as("%s: %s", call, body()).isEqualTo(expected);
        return this;
    }

    /** Fails the test unless it is refused so. */
    public Answer expect(int expected, String code) {
        expect(expected);
        assertThat(error("code")).as(call).isEqualTo(code);
        return this;
    }

    /** Fails the test unless it is a 400 about this field. */
    public Answer refuses(String field) {
        expect(400, "VALIDATION_ERROR");
        assertThat(json().at("/error/details").valueStream())
                .as("%s: %s", call, body())
                .anySatisfy(
                        detail -> assertThat(detail.path("field").asString()).isEqualTo(field));
        return this;
    }

    public String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    public JsonNode data() {
        return json().path("data");
    }

    public JsonNode meta() {
        return json().path("meta");
    }

    public String error(String field) {
        return json().at("/error/" + field).asString();
    }

    /** A header, or the empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The id of the object that was created. */
    public UUID id() {
        expect(201);
        return UUID.fromString(data().path("id").asString());
    }
}
