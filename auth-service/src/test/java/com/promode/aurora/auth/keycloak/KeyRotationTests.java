package com.promode.aurora.auth.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Api.Answer;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The realm signs with a new key: tokens of the old one stay good until it is taken away. */
class KeyRotationTests extends WithKeycloak {

    private static final String USER = "supplier@aurora.local";

    @Test
    void whileBothKeysAreThereNoGoodTokenIsRefused() throws Exception {
        // of its own: a user of other tests may have as many sessions as are allowed, and the next ends one
        var user = KEYCLOAK.create(new NewUser());
        var old = login(user).expect(200);
        var rotating = new AtomicBoolean(true);
        var refused = new ConcurrentLinkedQueue<Answer>();
        var key = "next-" + UUID.randomUUID();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < 3; caller++) {
                callers.execute(() -> {
                    while (rotating.get()) {
                        var answer = me(with(old));
                        if (answer.status() != 200) {
                            refused.add(answer);
                        }
                    }
                });
            }
            try {
                add(key);
                await().until(() -> !signing().equals(kid(old)));
                var renewed = login(user);
                assertThat(kid(renewed)).isNotEqualTo(kid(old));
                me(with(renewed)).expect(200);
            } finally {
                rotating.set(false);
            }
        } finally {
            remove(key);
        }
        assertThat(refused).isEmpty();
        me(with(login(user))).expect(200);
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

    private static Answer me(Api caller) {
        return caller.get("/api/auth/me");
    }

    /** The id of the key that signs access tokens now. */
    private static String signing() {
        return KEYCLOAK.call("GET", "/keys", null).path("active").path("RS256").asString();
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
