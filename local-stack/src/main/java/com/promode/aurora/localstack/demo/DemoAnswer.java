package com.promode.aurora.localstack.demo;

import java.net.http.HttpResponse;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What came back from the gateway. */
record DemoAnswer(int status, JsonNode json) {

    /** The service is busy or about to come back. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    static DemoAnswer of(HttpResponse<String> response) {
        try {
            return new DemoAnswer(response.statusCode(), DemoClient.JSON.readTree(response.body()));
        } catch (JacksonException ignored) {
            return new DemoAnswer(response.statusCode(), DemoClient.JSON.createObjectNode());
        }
    }

    /** Whether the same request may do better in a moment; 409 CONFLICT: somebody is writing this very one. */
    boolean mayPass() {
        return PASSING.contains(status) || status == 409 && code().equals("CONFLICT");
    }

    String code() {
        return json.path("error").path("code").asString("");
    }

    DemoException failure(String call) {
        var error = json.path("error");
        return new DemoException(
                "%s answered %d %s: %s %s"
                        .formatted(
                                call,
                                status,
                                code(),
                                error.path("message").asString(""),
                                error.path("details").isMissingNode() ? "" : error.path("details")),
                status);
    }
}
