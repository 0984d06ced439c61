package com.promode.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = {"AURORA_RATE_LIMIT=off", "aurora.gateway.limit.requests.count=1"})
class UnlimitedTests {

    @LocalServerPort
    private int port;

    @Test
    void countsNothingWhenSwitchedOff() throws Exception {
        var client = new Client(port);
        var token = Tokens.good();

        for (int i = 0; i < 3; i++) {
            var answer = client.get("/api/orders", token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-RateLimit-Limit")).isEmpty();
        }
    }
}
