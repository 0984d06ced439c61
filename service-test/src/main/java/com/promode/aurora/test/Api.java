package com.promode.aurora.test;

import com.promode.aurora.test.openapi.Exchange;
import com.promode.aurora.test.openapi.OpenApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the service under test over HTTP, as {@code api.as("stock:read").get("/api/warehouse/stock/levels").ok()}; what it
 * answers must be what its {@link OpenApi} document says.
 * Immutable: each {@code as}, {@code tenant}, {@code user}, {@code header} gives a new caller.
 */
public final class Api {

    /** Tells Jackson to keep decimals as they are written. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final Environment environment;
    private final TestTokens tokens;
    private final ObjectProvider<OpenApi> openApi;
    private final UUID tenant;
    private final UUID user;
    private final @Nullable List<String> permissions;
    private final Map<String, String> headers;

    Api(Environment environment, TestTokens tokens, ObjectProvider<OpenApi> openApi) {
        this(
                environment,
                tokens,
                openApi,
                TestTokens.PROMODE,
                UUID.fromString("0192f000-0000-7000-8000-0000000000aa"),
                null,
                Map.of());
    }

    private Api(
            Environment environment,
            TestTokens tokens,
            ObjectProvider<OpenApi> openApi,
            UUID tenant,
            UUID user,
            @Nullable List<String> permissions,
            Map<String, String> headers) {
        this.environment = environment;
        this.tokens = tokens;
        this.openApi = openApi;
        this.tenant = tenant;
        this.user = user;
        this.permissions = permissions;
        this.headers = headers;
    }

    /** Signed in with these permissions. Before it, calls carry no token. */
    public Api as(String... held) {
        return new Api(environment, tokens, openApi, tenant, user, List.of(held), headers);
    }

    /** As a member of this tenant. */
    public Api tenant(UUID other) {
        return new Api(environment, tokens, openApi, other, user, permissions, headers);
    }

    /** As this user. */
    public Api user(UUID other) {
        return new Api(environment, tokens, openApi, tenant, other, permissions, headers);
    }

    /** With this header, besides those before. */
    public Api header(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Api(environment, tokens, openApi, tenant, user, permissions, Map.copyOf(more));
    }

    /** The address of the service. */
    public String url() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, @Nullable Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends any method; a body that is no text is written as JSON. */
    public Answer send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(60));
        if (permissions != null) {
            request.header("Authorization", "Bearer " + tokens.token(tenant, user, permissions));
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        var content = body == null ? "" : body instanceof String text ? text : JSON.writeValueAsString(body);
        request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(content));
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            openApi.ifAvailable(document -> document.saw(new Exchange(
                    method, path, content, response.statusCode(), names(response.headers()), response.body())));
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(HttpHeaders headers) {
        return headers.map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** What came back. */
    public record Answer(String call, int status, HttpHeaders headers, String body) {

        /** Fails the test unless the status is this one. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("%s answered %d, not %d: %s".formatted(call, status, expected, body));
            }
            return this;
        }

        /** Fails the test unless it is refused with this status and code. */
        public Answer expect(int expected, String code) {
            expect(expected);
            if (!error().path("code").asString().equals(code)) {
                throw new AssertionError("%s answered code %s, not %s".formatted(call, error().path("code"), code));
            }
            return this;
        }

        /** {@code data} of a 2xx answer. */
        public JsonNode ok() {
            if (status / 100 != 2) {
                throw new AssertionError("%s answered %d: %s".formatted(call, status, body));
            }
            return json().path("data");
        }

        /** {@code meta} of a list. */
        public JsonNode meta() {
            return json().path("meta");
        }

        /** {@code error} of a refusal. */
        public JsonNode error() {
            return json().path("error");
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** A header, or the empty text. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The id of the created object. */
        public UUID id() {
            return UUID.fromString(ok().path("id").asString());
        }
    }
}
