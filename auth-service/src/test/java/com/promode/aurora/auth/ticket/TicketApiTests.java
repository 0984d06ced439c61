package com.promode.aurora.auth.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.util.Base64URL;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class TicketApiTests {

    private static final String SECRET = "only-for-tests-only-for-tests-only-for-tests";

    @Autowired
    private Api api;

    @Autowired
    private TestTokens tokens;

    @Test
    void sealsTheTokenOfTheCaller() throws Exception {
        var token = tokens.token(TestTokens.PROMODE, UUID.randomUUID(), java.util.List.of("stock:read"));
        var answer = api.header("Authorization", "Bearer " + token)
                .post("/api/auth/ws-ticket", null)
                .expect(200)
                .ok();
        assertThat(answer.path("expiresIn").asInt()).isEqualTo(30);
        var ticket = JWEObject.parse(answer.path("ticket").asString());
        ticket.decrypt(new DirectDecrypter(
                MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.UTF_8))));
        var content = ticket.getPayload().toJSONObject();
        assertThat("%s.%s.%s"
                        .formatted(
                                content.get("header"),
                                Base64URL.encode(String.valueOf(content.get("payload"))),
                                content.get("signature")))
                .isEqualTo(token);
        assertThat(Instant.ofEpochMilli(Long.parseLong(String.valueOf(content.get("exp")))))
                .isBetween(Instant.now(), Instant.now().plusSeconds(31));
        assertThat(UUID.fromString(String.valueOf(content.get("jti")))).isNotNull();
    }

    @Test
    void noTwoAreAlike() {
        assertThat(issue("stock:read")).isNotEqualTo(issue("stock:read"));
    }

    @Test
    void fitsIntoARequestLineHoweverMuchTheCallerMay() {
        var many = IntStream.range(0, 100)
                .mapToObj("some_resource_%d:some_action"::formatted)
                .toArray(String[]::new);
        assertThat(issue(many)).hasSizeLessThan(3_500);
    }

    @Test
    void isForThoseWhoAreSignedIn() {
        api.post("/api/auth/ws-ticket", null).expect(401, "UNAUTHENTICATED");
    }

    private String issue(String... permissions) {
        return api.as(permissions)
                .post("/api/auth/ws-ticket", null)
                .ok()
                .path("ticket")
                .asString();
    }
}
