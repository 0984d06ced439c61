package com.promode.aurora.gateway;

import static com.promode.aurora.gateway.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "AURORA_ALLOWED_ORIGINS=https://portal.example.com")
class AccessTests {

    private static final String PRODUCTS = "/api/warehouse/products";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private Client client = new Client(0);

    @BeforeEach
    void call() {
        client = new Client(port);
    }

    static Stream<String> badTokens() {
        return Stream.of(
                "", "nonsense", Tokens.expired(), Tokens.forged(), Tokens.forOtherAudience(), Tokens.ofOtherIssuer());
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void asksForAGoodTokenBeforeAnythingElse(String token) throws Exception {
        for (var path : new String[] {PRODUCTS, "/api/nothing/here", "/", "/api/v1/orders"}) {
            var answer = client.get(path, token);
            assertRefused(answer, 401, "UNAUTHENTICATED");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        assertRefused(client.post(PRODUCTS, token, new byte[11_000_000]), 401, "UNAUTHENTICATED");
    }

    @Test
    void letsAStaleTokenPassWhereNoneIsNeeded() throws Exception {
        assertThat(client.post("/api/auth/refresh", Tokens.expired(), new byte[1])
                        .statusCode())
                .isEqualTo(200);
        // only the POST is public
        assertRefused(client.get("/api/auth/refresh", ""), 401, "UNAUTHENTICATED");
    }

    @Test
    void refusesPathsThatHideWhereTheyLead() throws Exception {
        assertRefused(client.get("/api/auth/login/..;/../admin/users", ""), 400, "MALFORMED_REQUEST");
        assertRefused(client.get("/api//admin/users", Tokens.good()), 400, "MALFORMED_REQUEST");
    }

    @Test
    void passesOnlyItsOwnWordAboutTheCaller() throws Exception {
        var token = Tokens.good();
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        client.get(
                PRODUCTS + "/identity",
                token,
                "X-User-Id",
                "root",
                "X-Tenant-ID",
                "other",
                "X-Forwarded-For",
                "1.2.3.4",
                "Forwarded",
                "for=1.2.3.4",
                "X-Real-IP",
                "1.2.3.4",
                "traceparent",
                trace,
                "X-Forwarded-Proto",
                "https");

        var headers = Backend.received(PRODUCTS + "/identity").getFirst().headers();
        assertThat(headers)
                .doesNotContainKeys("x-user-id", "x-tenant-id", "x-real-ip", "forwarded")
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "http")
                .containsEntry("authorization", "Bearer " + token);
        assertThat(headers.get("traceparent"))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .isNotEqualTo(trace);
    }

    @Test
    void protectsBrowsersWithItsHeaders() throws Exception {
        var headers = client.get(PRODUCTS, Tokens.good()).headers();

        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Content-Security-Policy")).hasValue("frame-ancestors 'none'");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(client.get("/api/orders/cached", Tokens.good()).headers().allValues("Cache-Control"))
                .containsExactly("max-age=60");
    }

    @Test
    void letsInTheListedPortalsOnly() throws Exception {
        var preflight = client.call(
                "OPTIONS",
                PRODUCTS,
                "",
                BodyPublishers.noBody(),
                "Origin",
                "https://portal.example.com",
                "Access-Control-Request-Method",
                "PUT",
                "Access-Control-Request-Headers",
                "authorization,if-match");

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://portal.example.com");
        assertRefused(client.get(PRODUCTS, Tokens.good(), "Origin", "https://evil.example.com"), 403, "FORBIDDEN");
    }

    @Test
    void writesOneLinePerRequest(CapturedOutput output) throws Exception {
        client.get(
                PRODUCTS + "/logged?ticket=secret",
                Tokens.of("anna"),
                "traceparent",
                "00-aaaaaaaa77b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        await().untilAsserted(() -> assertThat(
                        output.getOut().lines().filter(line -> line.contains("GET " + PRODUCTS + "/logged")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"user\":\"anna\"", "\"tenant\":\"" + Tokens.TENANT + "\"", "\"status\":200")
                        .contains("aaaaaaaa77b34da6a3ce929d0e0e4736", "\"duration_ms\":", "\"address\":\"127.0.0.1\"")
                        .doesNotContain("secret")));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/warehouse/products/nobodys, '', 401",
        "/api/warehouse/products/guessed, not.a.token, 401",
        "/api/warehouse/products/odd/, '', 400"
    })
    void writesALineForARefusedRequestToo(String path, String token, int status, CapturedOutput output)
            throws Exception {
        assertThat(client.get(path, token).statusCode()).isEqualTo(status);

        await().untilAsserted(() -> assertThat(
                        output.getOut().lines().filter(line -> line.contains("\"access\"") && line.contains(path)))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"user\":\"-\"", "\"status\":" + status)));
    }

    @Test
    void tellsHealthAndMetricsOnTheManagementPort() throws Exception {
        var management = new Client(managementPort);

        assertThat(management.get("/actuator/health/liveness", "").body()).contains("UP");
        assertThat(management.get("/actuator/health/readiness", "").body()).contains("UP");
        client.get(PRODUCTS, Tokens.good());
        assertThat(management.get("/actuator/prometheus", "").body())
                .contains("http_server_requests_seconds_count", "spring_cloud_gateway_requests_seconds_count");
    }
}
