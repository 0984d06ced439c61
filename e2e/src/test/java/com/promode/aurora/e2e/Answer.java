package com.promode.aurora.e2e;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the gateway answered to a call. */
record Answer(String call, int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        var request = response.request();
        return new Answer(
                request.method() + " " + request.uri(), response.statusCode(), response.headers(), response.body());
    }

    /** Itself, if the status is this one. */
    Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("%s answered %d instead of %d: %s".formatted(call, status, expected, body));
        }
        return this;
    }

    JsonNode json() {
        return Client.JSON.readTree(body);
    }

    JsonNode data() {
        return json().path("data");
    }

    UUID id() {
        return UUID.fromString(data().path("id").asString());
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
