package com.promode.aurora.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the gateway as one user, or as nobody.
 *
 * @param session the answer to the login, empty for nobody
 */
record Client(URI gateway, JsonNode session, Map<String, String> headers) {

    static final String PASSWORD = "Aurora!2026";

    /** Decimals as they are written. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static Client of(URI gateway) {
        return new Client(gateway, JSON.createObjectNode(), Map.of());
    }

    /** The administrators need their second factor. */
    Client signIn(String email) {
        var login = new HashMap<>(Map.of("email", email, "password", PASSWORD));
        if (email.startsWith("admin@") || email.startsWith("platform@")) {
            login.put("otp", Totp.now());
        }
        return signedIn(post("/api/auth/login", login).expect(200));
    }

    /** With the tokens of this answer. */
    Client signedIn(Answer answer) {
        return new Client(gateway, answer.data(), headers);
    }

    Client with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Client(gateway, session, Map.copyOf(more));
    }

    String token() {
        return session.path("access_token").asString("");
    }

    String refreshToken() {
        return session.path("refresh_token").asString("");
    }

    UUID user() {
        return UUID.fromString(session.at("/user/id").asString());
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    /** All items of a list that is read by its cursor; the path has a query already. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var answer = get(path).expect(200);
        answer.data().forEach(items::add);
        while (answer.json().at("/meta/nextCursor").isString()) {
            var cursor = answer.json().at("/meta/nextCursor").asString();
            answer = get(path + "&cursor=" + cursor).expect(200);
            answer.data().forEach(items::add);
        }
        return items;
    }

    Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    CompletableFuture<Answer> postLater(String path, Object body) {
        return HTTP.sendAsync(request("POST", path, body), BodyHandlers.ofString())
                .thenApply(Answer::of);
    }

    private Answer send(String method, String path, @Nullable Object body) {
        try {
            return Answer.of(HTTP.send(request(method, path, body), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(30));
        if (!token().isEmpty()) {
            request.header("Authorization", "Bearer " + token());
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return request.method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }
}
