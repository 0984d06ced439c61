package com.promode.aurora.gateway;

import static com.promode.aurora.gateway.Envelopes.assertRefused;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:9/realms/aurora/certs")
class IssuerDownTests {

    @LocalServerPort
    private int port;

    @Test
    void saysThatItCannotTellWhileTheIssuerIsDown() throws Exception {
        assertRefused(new Client(port).get("/api/orders", Tokens.good()), 503, "UNAVAILABLE");
    }
}
