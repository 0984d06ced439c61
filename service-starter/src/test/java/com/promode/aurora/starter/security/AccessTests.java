package com.promode.aurora.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.promode.aurora.starter.shelf.Answer;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ShelfTest
class AccessTests {

    private final Client client;

    AccessTests(Client client) {
        this.client = client;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/shelves",
        "GET, /api/shelves?limit=999",
        "POST, /api/shelves",
        "PATCH, /api/shelves",
        "GET, /api/no/such/path",
        "DELETE, /",
        "GET, /error",
        "GET, /actuator/health",
        "GET, /actuator/env"
    })
    void asksWhoItIsBeforeAnythingElse(String method, String path) {
        assertUnauthenticated(client.token("").send(method, path, method.equals("GET") ? null : "nonsense"));
    }

    @Test
    void takesAGoodToken() {
        client.token(spoilt(claims -> {})).get("/api/shelves").expect(200);
    }

    @Test
    void refusesATokenThatIsNotForUs() {
        refuses(spoilt(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(300)))));
        refuses(spoilt(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(300)))));
        refuses(spoilt(claims -> claims.issuer("http://127.0.0.1:1/realms/aurora")));
        refuses(spoilt(claims -> claims.audience("account")));
        refuses(spoilt(claims -> claims.audience((String) null)));
    }

    @Test
    void refusesATokenThatNobodySigned() {
        var claims = good().build();
        refuses(new PlainJWT(claims).serialize());
        refuses(Client.tokens().signWithPublicKey(claims));
        refuses("nonsense");
    }

    @Test
    void refusesATokenThatWasChanged() {
        var parts = Client.tokens().sign(good().build()).split("\\.");
        var more = spoilt(claims -> claims.claim("permissions", List.of("everything")))
                .split("\\.");
        refuses(parts[0] + "." + more[1] + "." + parts[2]);
        refuses(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void takesATokenFromTheHeaderAlone() {
        var token = Client.tokens().sign(good().build());
        assertUnauthenticated(client.token("").get("/api/shelves?access_token=" + token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{", "[]", "{\"unknown\":1}"})
    void looksAtPermissionsBeforeTheBody(String body) {
        var reader = client.holding("shelves:read");
        reader.post("/api/shelves", body).expect(403, "FORBIDDEN");
        reader.header("Content-Type", "text/plain").post("/api/shelves", body).expect(403, "FORBIDDEN");
        reader.header("Idempotency-Key", "mine").post("/api/shelves", body).expect(403, "FORBIDDEN");
        reader.put("/api/shelves/0192f000-0000-7000-8000-00000000dead", body).expect(403, "FORBIDDEN");
    }

    @Test
    void looksAtPermissionsBeforeTheQuery() {
        client.holding("shelves:write").get("/api/shelves?limit=999").expect(403, "FORBIDDEN");
        client.holding().get("/api/shelves/seven").expect(403, "FORBIDDEN");
    }

    @Test
    void anEndpointThatSaysNothingIsClosed() {
        client.get("/api/trouble/unprotected").expect(403, "FORBIDDEN");
        assertUnauthenticated(client.token("").get("/api/trouble/unprotected"));
    }

    @Test
    void aPublicEndpointNeedsNoTokenAndMindsNoBadOne() {
        for (var token : List.of("", "nonsense", spoilt(claims -> claims.expirationTime(new Date(0))))) {
            assertThat(client.token(token)
                            .get("/api/trouble/public")
                            .expect(200)
                            .data()
                            .path("open")
                            .asBoolean())
                    .isTrue();
        }
        assertUnauthenticated(client.token("").post("/api/trouble/public", "{}"));
    }

    @Test
    void knowsNoPathsThatItDoesNotServe() {
        client.get("/api/no/such/path").expect(404, "NOT_FOUND");
        client.get("/").expect(404, "NOT_FOUND");
        client.get("/index.html").expect(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/shelves", "/api/no/such/path", "/api/trouble/public", "/api/trouble/unexpected"})
    void protectsBrowsersWithHeaders(String path) {
        for (var caller : List.of(client, client.token(""))) {
            var answer = caller.get(path);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void promisesHttpsWhereItIsSpoken() {
        assertThat(client.get("/api/shelves").header("Strict-Transport-Security"))
                .isEmpty();
        assertThat(client.header("X-Forwarded-Proto", "https")
                        .get("/api/shelves")
                        .header("Strict-Transport-Security"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/info",
                "/actuator/prometheus"
            })
    void operatorsNeedNoTokenOnTheManagementPort(String path) {
        client.token("").manage(path).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/env", "/actuator/heapdump", "/actuator/shutdown", "/actuator/beans", "/api/shelves"})
    void nothingElseIsOnTheManagementPort(String path) {
        assertThat(client.token("").manage(path).status()).isEqualTo(401);
        assertThat(client.manage(path).status()).isEqualTo(404);
    }

    private static JWTClaimsSet.Builder good() {
        return Client.tokens().claims(Client.PROMODE, Client.USER, List.of("shelves:read"));
    }

    private static String spoilt(Consumer<JWTClaimsSet.Builder> change) {
        var claims = good();
        change.accept(claims);
        return Client.tokens().sign(claims.build());
    }

    private void refuses(String token) {
        assertUnauthenticated(client.token(token).get("/api/shelves"));
        assertUnauthenticated(client.token(token).get("/api/no/such/path"));
    }

    private static void assertUnauthenticated(Answer answer) {
        answer.expect(401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.json().path("traceId").asString()).hasSize(32);
    }
}
