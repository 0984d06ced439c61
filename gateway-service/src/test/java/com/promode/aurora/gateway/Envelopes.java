package com.promode.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** What every answer of the gateway itself must look like. */
final class Envelopes {

    private static final JsonMapper JSON = new JsonMapper();

    private Envelopes() {}

    static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("X-Served-By")).isEmpty();
        var envelope = JSON.readTree(answer.body());
        assertThat(envelope.propertyNames()).containsExactlyInAnyOrder("success", "error", "timestamp", "traceId");
        assertThat(envelope.get("success").booleanValue()).isFalse();
        assertThat(envelope.at("/error/code").stringValue()).isEqualTo(code);
        assertThat(envelope.at("/error/message").stringValue()).isNotBlank();
        assertThat(Instant.parse(envelope.get("timestamp").stringValue())).isNotNull();
        assertThat(envelope.get("traceId").stringValue()).matches("[0-9a-f]{32}");
    }
}
