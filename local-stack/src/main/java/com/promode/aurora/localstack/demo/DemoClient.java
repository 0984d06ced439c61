package com.promode.aurora.localstack.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the gateway as a signed-in user; tries again where that can help and harms nothing. */
final class DemoClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int TRIES = 7;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI gateway;
    private final DemoSession session;

    DemoClient(URI gateway, String email, String password) {
        this.gateway = gateway;
        this.session = new DemoSession(this, email, password);
    }

    /** The whole answer, {@code data} and {@code meta}. */
    JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** All items of a list, page by page, whichever way it is paged; the path has a query already. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var answer = get(path);
        answer.path("data").forEach(items::add);
        for (var next = next(answer); next != null; next = next(answer)) {
            answer = get(path + "&" + next);
            answer.path("data").forEach(items::add);
        }
        return items;
    }

    /** Posts under an Idempotency-Key that follows from the content, and answers {@code data}. */
    JsonNode post(String path, Object body) {
        return send("POST", path, JSON.writeValueAsString(body)).path("data");
    }

    private static @Nullable String next(JsonNode answer) {
        var meta = answer.path("meta");
        if (meta.path("nextCursor").isString()) {
            return "cursor=" + meta.path("nextCursor").asString();
        }
        var page = meta.path("page").asInt(0);
        return page < meta.path("totalPages").asInt(0) ? "page=" + (page + 1) : null;
    }

    private JsonNode send(String method, String path, @Nullable String body) {
        var renewed = false;
        for (var attempt = 1; ; attempt++) {
            var answer = exchange(method, path, body, session.token(), attempt == TRIES);
            if (answer != null && answer.status() / 100 == 2) {
                return answer.json();
            }
            if (answer != null && answer.status() == 401 && !renewed) {
                renewed = true;
                session.renew();
            } else if (answer != null && (attempt == TRIES || !answer.mayPass())) {
                throw answer.failure(method + " " + path);
            } else {
                pause(FIRST_PAUSE.multipliedBy(1L << attempt));
            }
        }
    }

    /** Signs in or out: one try. */
    DemoAnswer plain(String path, @Nullable Map<String, String> body, @Nullable String token) {
        var answer = exchange("POST", path, body == null ? null : JSON.writeValueAsString(body), token, true);
        if (answer == null) {
            throw new IllegalStateException("the last try answers or fails");
        }
        return answer;
    }

    /** Null when the connection broke and another try is left. */
    private @Nullable DemoAnswer exchange(
            String method, String path, @Nullable String body, @Nullable String token, boolean last) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(TIMEOUT);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
            if (!path.startsWith("/api/auth/")) {
                request.header("Idempotency-Key", References.ofRequest(path, body));
            }
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return DemoAnswer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (ConnectException e) {
            throw new DemoException(
                    "Nothing answers at %s. Run ./aurora up first, then ./aurora demo (again): it goes on where it stopped."
                            .formatted(gateway),
                    e);
        } catch (IOException e) {
            if (last) {
                throw new DemoException("%s %s failed: %s".formatted(method, path, e), e);
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted", e);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        session.end();
        http.close();
    }
}
