package com.promode.aurora.starter.shelf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Calls the small application as a user of a tenant; immutable. */
public final class Client {

    public static final UUID PROMODE = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    public static final UUID OTHER = UUID.fromString("0192f000-0000-7000-8000-000000000002");
    public static final UUID USER = UUID.fromString("0192f000-0000-7000-8000-0000000000aa");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Environment environment;
    private final String authorization;
    private final Map<String, String> headers;

    @Autowired
    Client(Environment environment) {
        this(environment, bearer(PROMODE, USER, List.of("shelves:read", "shelves:write")), Map.of());
    }

    private Client(Environment environment, String authorization, Map<String, String> headers) {
        this.environment = environment;
        this.authorization = authorization;
        this.headers = headers;
    }

    /** The signer that the application trusts. */
    public static Tokens tokens() {
        return Parts.TOKENS;
    }

    /** As a user who may read and write. */
    public Client as(UUID tenant, UUID user) {
        return new Client(environment, bearer(tenant, user, List.of("shelves:read", "shelves:write")), headers);
    }

    /** As a user of a tenant who may read and write. */
    public Client tenant(UUID tenant) {
        return as(tenant, USER);
    }

    /** As a user with these permissions alone. */
    public Client holding(String... permissions) {
        return new Client(environment, bearer(PROMODE, USER, List.of(permissions)), headers);
    }

    /** With this token, or none if it is empty. */
    public Client token(String token) {
        return new Client(environment, token.isEmpty() ? "" : "Bearer " + token, headers);
    }

    /** With this header, besides those before. */
    public Client header(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Client(environment, authorization, Map.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, @Nullable String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, @Nullable String body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** To the management port. */
    public Answer manage(String path) {
        return send("local.management.port", "GET", path, null);
    }

    /** To the application's port. */
    public Answer send(String method, String path, @Nullable String body) {
        return send("local.server.port", method, path, body);
    }

    private Answer send(String port, String method, String path, @Nullable String body) {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty(port) + path;
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String bearer(UUID tenant, UUID user, List<String> permissions) {
        return "Bearer "
                + tokens().sign(tokens().claims(tenant, user, permissions).build());
    }
}
