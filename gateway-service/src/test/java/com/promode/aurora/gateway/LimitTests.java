package com.promode.aurora.gateway;

import static com.promode.aurora.gateway.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "aurora.gateway.limit.requests.count=5",
            "aurora.gateway.limit.roles.manager.count=7",
            "aurora.gateway.limit.roles.clerk.count=3",
            "aurora.gateway.limit.routes.positions.rate.count=2",
            "aurora.gateway.limit.sign-ins.count=2",
            "aurora.gateway.limit.body=1KB",
            "AURORA_TRUSTED_PROXIES=127.0.0.0/8"
        })
class LimitTests {

    private static final String PRODUCTS = "/api/warehouse/products";

    @LocalServerPort
    private int port;

    private Client client = new Client(0);

    @BeforeEach
    void call() {
        client = new Client(port);
    }

    @Test
    void stopsAUserAfterHisShareAndNobodyElse() throws Exception {
        var greedy = Tokens.of("greedy");
        for (int left = 4; left >= 0; left--) {
            var answer = client.get(PRODUCTS, greedy);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-RateLimit-Limit")).hasValue("5");
            assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).hasValue(Integer.toString(left));
        }

        var refused = client.get(PRODUCTS, greedy);

        assertRefused(refused, 429, "RATE_LIMITED");
        // one of five an hour comes back every twelve minutes
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(600L, 720L);
        assertThat(refused.headers().firstValueAsLong("X-RateLimit-Reset").orElseThrow())
                .isBetween(3500L, 3600L);
        assertThat(client.get(PRODUCTS, Tokens.of("modest")).statusCode()).isEqualTo(200);
    }

    @Test
    void givesTheHolderOfSeveralRolesTheLargestShare() throws Exception {
        var token =
                Tokens.with(claims -> claims.subject("manager").claim("roles", List.of("clerk", "other", "manager")));

        assertThat(client.get(PRODUCTS, token).headers().firstValue("X-RateLimit-Limit"))
                .hasValue("7");
    }

    @Test
    void countsPositionsInABucketOfTheirOwn() throws Exception {
        var driver = Tokens.of("driver");
        var position = "/api/mobile/deliveries/%s/location".formatted(UUID.randomUUID());

        assertThat(client.post(position, driver, new byte[1]).statusCode()).isEqualTo(200);
        assertThat(client.post(position, driver, new byte[1]).statusCode()).isEqualTo(200);
        assertRefused(client.post(position, driver, new byte[1]), 429, "RATE_LIMITED");

        assertThat(client.get(PRODUCTS, driver).headers().firstValue("X-RateLimit-Remaining"))
                .hasValue("4");
    }

    @Test
    void countsTheAddressesOfOneNetworkTogether() throws Exception {
        for (int i = 1; i <= 5; i++) {
            assertThat(signIn("/api/auth/refresh", "2001:db8:7::" + i)).isEqualTo(200);
        }

        assertThat(signIn("/api/auth/refresh", "2001:db8:7::6")).isEqualTo(429);
        assertThat(signIn("/api/auth/refresh", "2001:db8:8::6")).isEqualTo(200);
    }

    @Test
    void countsSignInsByTheAddressThatAProxyNames() throws Exception {
        assertThat(signIn("/api/auth/login", "203.0.113.1")).isEqualTo(200);
        assertThat(signIn("/api/v1/mobile/auth/login", "203.0.113.1")).isEqualTo(200);
        assertThat(signIn("/api/auth/login", "203.0.113.1")).isEqualTo(429);

        // what stands left of the nearest untrusted address is the client's own invention
        assertThat(signIn("/api/auth/login", "198.51.100.7, 203.0.113.1")).isEqualTo(429);
        assertThat(signIn("/api/auth/login", "203.0.113.1, 198.51.100.7")).isEqualTo(200);
        assertThat(signIn("/api/auth/login", "203.0.113.1:4711, 127.0.0.1")).isEqualTo(429);
    }

    @Test
    void countsTheAnonymousByAddress() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("/api/auth/refresh", "203.0.113.9")).isEqualTo(200);
        }

        assertThat(signIn("/api/auth/refresh", "203.0.113.9")).isEqualTo(429);
        assertThat(signIn("/api/auth/refresh", "[2001:db8::1]:443")).isEqualTo(200);
    }

    @Test
    void believesATrustedProxyAboutHttps() throws Exception {
        var answer = client.get(
                "/api/orders/secure",
                Tokens.good(),
                "X-Forwarded-For",
                "203.0.113.2",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "api.example.com");

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(Backend.received("/api/orders/secure").getFirst().headers())
                .containsEntry("x-forwarded-for", "203.0.113.2")
                .containsEntry("x-forwarded-proto", "https")
                .containsEntry("x-forwarded-host", "api.example.com");
    }

    @Test
    void refusesALargeBodyWhetherOrNotItsLengthIsGiven() throws Exception {
        var token = Tokens.good();

        assertThat(client.post(PRODUCTS + "/full", token, new byte[1024]).body())
                .isEqualTo("got 1024");
        assertThat(client.postChunked(PRODUCTS + "/full", token, new byte[1024]).body())
                .isEqualTo("got 1024");
        assertRefused(client.post(PRODUCTS + "/over", token, new byte[1025]), 413, "PAYLOAD_TOO_LARGE");
        assertRefused(client.postChunked(PRODUCTS + "/over", token, new byte[50_000]), 413, "PAYLOAD_TOO_LARGE");
    }

    private int signIn(String path, String forwardedFor) throws Exception {
        return client.post(path, "", new byte[1], "X-Forwarded-For", forwardedFor)
                .statusCode();
    }
}
