package com.promode.aurora.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionApiTests extends WithKeycloak {

    @Test
    void refreshesOnceAndEndsTheSessionOnReplay() {
        var first = login("driver@aurora.local");
        var second = refresh(text(first, "refresh_token")).expect(200);
        assertThat(second.ok().path("user")).isEqualTo(first.ok().path("user"));
        assertThat(second.ok().path("expires_in").asInt()).isBetween(3590, 3600); // Keycloak counts from the second
        refresh(text(first, "refresh_token")).expect(401, "UNAUTHENTICATED");
        refresh(text(second, "refresh_token")).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void refusesARefreshTokenThatIsNone() {
        refresh("nonsense").expect(401, "UNAUTHENTICATED");
        refresh("").expect(400, "VALIDATION_ERROR");
        refresh(text(login("driver@aurora.local"), "access_token")).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void logoutEndsTheSessionOfTheTokenAndNoOther() {
        var ended = login("driver@aurora.local");
        var other = login("driver@aurora.local");
        with(ended).post("/api/auth/logout", null).expect(200);
        refresh(text(ended, "refresh_token")).expect(401, "UNAUTHENTICATED");
        refresh(text(other, "refresh_token")).expect(200);
        api.post("/api/auth/logout", null).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void tellsKeycloakTheAddressOfTheClient() throws Exception {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        var answer = api.header("X-Forwarded-For", "10.1.2.3")
                .post("/api/auth/login", Map.of("email", user, "password", PASSWORD));
        var subject =
                SignedJWT.parse(text(answer, "access_token")).getJWTClaimsSet().getSubject();
        assertThat(KEYCLOAK.sessions(subject)).contains("\"ipAddress\":\"10.1.2.3\"");
    }

    @Test
    void doesNotWaitForAFrozenKeycloakForEver() {
        KEYCLOAK.link().freeze();
        try {
            for (var tries = 0; tries < 6; tries++) {
                login("driver@aurora.local").expect(503, "UNAVAILABLE");
            }
            var start = System.nanoTime(); // whoever waits, waits 3 s
            login("driver@aurora.local").expect(503, "UNAVAILABLE");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        } finally {
            KEYCLOAK.link().thaw();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> login("driver@aurora.local").status() == 200);
    }
}
