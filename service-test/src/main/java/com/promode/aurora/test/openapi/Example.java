package com.promode.aurora.test.openapi;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A call that shows how an endpoint is used.
 *
 * @param variables of the path
 * @param request null when there is no body, a text when it is no JSON
 */
record Example(
        Map<String, String> variables,
        @Nullable JsonNode request,
        @Nullable JsonNode response) {

    /** The one that says most comes last, but for those that are too long to be read. */
    static final Comparator<Example> FULLEST = Comparator.comparing(Example::isShort)
            .thenComparing(Example::isOfOneObject)
            .thenComparing(Example::facts)
            .thenComparing(Example::length, Comparator.reverseOrder());

    private static final int LONGEST = 4_096;
    private static final int ITEMS = 2;
    private static final int LINES = 3;

    private static final Set<String> SECRETS = Set.of(
            "access_token",
            "refresh_token",
            "accessToken",
            "refreshToken",
            "ticket",
            "secret",
            "otpauthUri",
            "qrCode",
            "codes",
            "password",
            "currentPassword",
            "newPassword",
            "otp",
            "signature");

    static Example of(Exchange exchange, Map<String, String> variables) {
        return new Example(variables, shown(exchange.request()), shown(exchange.response()));
    }

    private static @Nullable JsonNode shown(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return null;
        }
        try {
            return shown("", Json.MAPPER.readTree(body));
        } catch (JacksonException ignored) {
            return StringNode.valueOf(body.lines().limit(LINES).collect(Collectors.joining("\n")));
        }
    }

    private static JsonNode shown(String name, JsonNode value) {
        if (value.isArray()) {
            return Json.array(value.valueStream()
                    .limit(ITEMS)
                    .map(item -> shown(name, item))
                    .toList());
        }
        if (value.isObject()) {
            var object = Json.object();
            value.properties()
                    .forEach(property -> object.set(property.getKey(), shown(property.getKey(), property.getValue())));
            return object;
        }
        return value.isString() && SECRETS.contains(name) ? StringNode.valueOf("<" + name + ">") : value;
    }

    private boolean isShort() {
        return length() <= LONGEST;
    }

    private boolean isOfOneObject() {
        return request == null || !request.isArray();
    }

    private int length() {
        return String.valueOf(request).length() + String.valueOf(response).length();
    }

    private int facts() {
        return facts(request) + facts(response);
    }

    private static int facts(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return 0;
        }
        return value.isContainer()
                ? value.valueStream().mapToInt(Example::facts).sum()
                : 1;
    }
}
