package com.promode.aurora.auth.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.test.Api;
import com.promode.aurora.test.ServiceTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The service has been started although there is no Keycloak. */
@ServiceTest
class KeycloakDownTests {

    @Autowired
    private Api api;

    @Test
    void saysAtOnceThatSignInIsNotAvailable() {
        var start = System.nanoTime();
        var answer = api.post("/api/auth/login", Map.of("email", "a@aurora.local", "password", "Aurora!2026"));
        answer.expect(503, "UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        api.post("/api/auth/refresh", Map.of("refresh_token", "x")).expect(503, "UNAVAILABLE");
    }

    @Test
    void goesOnServing() {
        api.get("/api/auth/me").expect(401, "UNAUTHENTICATED");
        api.as().get("/api/auth/me").expect(503, "UNAVAILABLE");
    }
}
