package com.promode.aurora.localstack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stays signed in for as long as the demo runs. */
final class DemoSession {

    /** A token this close to its end is renewed before it is used. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final DemoClient client;
    private final String email;
    private final String password;
    private @Nullable Tokens tokens;

    private record Tokens(String access, String refresh, Instant until) {}

    DemoSession(DemoClient client, String email, String password) {
        this.client = client;
        this.email = email;
        this.password = password;
    }

    String token() {
        var current = tokens;
        if (current == null) {
            current = login();
        } else if (Instant.now().isAfter(current.until().minus(MARGIN))) {
            current = refresh(current);
        }
        tokens = current;
        return current.access();
    }

    /** The token was refused: somebody has ended the session, so another one begins. */
    void renew() {
        tokens = login();
    }

    /** Leaves no session behind; that it can't be ended any more does not matter. */
    void end() {
        var current = tokens;
        tokens = null;
        if (current != null) {
            try {
                client.plain("/api/auth/logout", null, current.access());
            } catch (DemoException ignored) {
                // it ends by itself
            }
        }
    }

    private Tokens login() {
        var answer = client.plain("/api/auth/login", Map.of("email", email, "password", password), null);
        if (answer.status() != 200) {
            throw new DemoException(
                    "Signing in as %s failed. %s Is this the local stack with its demo users? ./aurora status tells."
                            .formatted(
                                    email,
                                    answer.failure("POST /api/auth/login").getMessage()),
                    answer.status());
        }
        return tokens(answer.json());
    }

    private Tokens refresh(Tokens current) {
        var answer = client.plain("/api/auth/refresh", Map.of("refresh_token", current.refresh()), null);
        return answer.status() == 200 ? tokens(answer.json()) : login();
    }

    private static Tokens tokens(JsonNode answer) {
        var data = answer.path("data");
        return new Tokens(
                data.path("access_token").asString(),
                data.path("refresh_token").asString(),
                Instant.now().plusSeconds(data.path("expires_in").asLong()));
    }
}
