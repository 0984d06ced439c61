package com.promode.aurora.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.ShelfTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

@ShelfTest
@Import(DeadIssuerTests.NoKeys.class)
class DeadIssuerTests {

    private final Client client;

    DeadIssuerTests(Client client) {
        this.client = client;
    }

    /** As after a start while the issuer is down. */
    @TestConfiguration(proxyBeanMethods = false)
    static class NoKeys {

        @Bean
        JwtDecoder noKeys() {
            return token -> {
                throw new JwtException("no keys");
            };
        }
    }

    @Test
    void aTokenThatCannotBeVerifiedIsNobodysFaultAndOpensNothing() {
        var refused = client.get("/api/shelves").expect(503);

        assertThat(refused.json().at("/error/code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        client.token("").get("/api/shelves").expect(401);
    }
}
