package com.promode.aurora.gateway;

import static com.promode.aurora.gateway.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=500ms",
            "aurora.gateway.breaker.calls=4",
            "aurora.gateway.breaker.pause=500ms",
            // nobody listens on the discard port
            "AURORA_SUPPLIER_URL=http://127.0.0.1:9"
        })
class OutageTests {

    private static final String TOKEN = Tokens.good();

    @LocalServerPort
    private int port;

    private Client client = new Client(0);

    @BeforeEach
    void call() {
        client = new Client(port);
    }

    @Test
    void saysThatAServiceIsDown() throws Exception {
        assertUnavailable(client.get("/api/suppliers", TOKEN));
        assertUnavailable(client.post("/api/suppliers", TOKEN, new byte[3]));
    }

    @Test
    void saysThatAServiceTakesTooLong() throws Exception {
        assertUnavailable(client.get("/api/orders/slow", TOKEN));
    }

    @Test
    void hasMorePatienceWithARouteThatNeedsIt() throws Exception {
        assertThat(client.get("/api/suppliers/reports/orders", TOKEN).body()).isEqualTo("late");
    }

    @Test
    void repeatsAReadWhoseConnectionBroke() throws Exception {
        var path = "/api/notifications/cut?" + UUID.randomUUID();

        assertUnavailable(client.get(path, TOKEN));

        assertThat(Backend.received(path)).hasSize(3);
    }

    @Test
    void neverRepeatsAWrite() throws Exception {
        var path = "/api/notifications/cut?" + UUID.randomUUID();

        assertUnavailable(client.post(path, TOKEN, new byte[3]));

        assertThat(Backend.received(path)).hasSize(1);
    }

    @Test
    void leavesAFailingServiceAloneAndComesBack() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertUnavailable(client.post("/api/warehouse/staff/cut", TOKEN, new byte[3]));
        }

        assertUnavailable(client.post("/api/warehouse/staff/well", TOKEN, new byte[3]));
        assertThat(Backend.received("/api/warehouse/staff/well")).isEmpty();

        // the other services are not touched by it
        assertThat(client.get("/api/warehouse/products", TOKEN).statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> client.post("/api/warehouse/staff/well", TOKEN, new byte[3])
                                .statusCode()
                        == 200);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertRefused(answer, 503, "UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }
}
