package com.promode.aurora.auth.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Api.Answer;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The realm signs with a new key: tokens of the old one stay good until it is taken away. */
class KeyRotationTests extends WithKeycloak {

    private static final String USER = "supplier@aurora.local";

    @Test
    void whileBothKeysAreThereNoGoodTokenIsRefused() throws Exception {
        var old = login(USER).expect(200);
        var rotating = new AtomicBoolean(true);
        var refused = new AtomicInteger();
        var key = "next-" + UUID.randomUUID();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < 3; caller++) {
                callers.execute(() -> {
                    while (rotating.get()) {
                        refused.addAndGet(me(with(old)) == 200 ? 0 : 1);
                    }
                });
            }
            add(key);
            await().until(() -> !kid(login(USER)).equals(kid(old)));
            assertThat(me(with(login(USER)))).isEqualTo(200);
            rotating.set(false);
        } finally {
            rotating.set(false);
            remove(key);
        }
        assertThat(refused).hasValue(0);
        assertThat(me(with(login(USER)))).isEqualTo(200);
    }

    @Test
    void aTokenOfARemovedKeyIsRefusedByWhoHasReadTheKeysSince() throws Exception {
        var key = "next-" + UUID.randomUUID();
        add(key);
        var token = text(login(USER), "access_token");
        assertThat(decoder().decode(token).getSubject()).isNotEmpty();
        remove(key);
        // services read the keys again every five minutes, the default of Spring Security
        assertThatThrownBy(() -> decoder().decode(token)).isInstanceOf(BadJwtException.class);
    }

    private static int me(Api caller) {
        return caller.get("/api/auth/me").status();
    }

    private static NimbusJwtDecoder decoder() {
        return NimbusJwtDecoder.withJwkSetUri(KEYCLOAK.realm() + "/protocol/openid-connect/certs")
                .build();
    }

    private static String kid(Answer login) throws ParseException {
        return SignedJWT.parse(text(login, "access_token")).getHeader().getKeyID();
    }

    private static void add(String name) {
        var realm = KEYCLOAK.call("GET", "", null).path("id").asString();
        KEYCLOAK.call(
                "POST",
                "/components",
                Map.of(
                        "name",
                        name,
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "parentId",
                        realm,
                        "config",
                        Map.of("priority", List.of("200"))));
    }

    private static void remove(String name) {
        var key = KEYCLOAK.call("GET", "/components?name=" + name, null).get(0);
        KEYCLOAK.call("DELETE", "/components/" + key.path("id").asString(), null);
    }
}
