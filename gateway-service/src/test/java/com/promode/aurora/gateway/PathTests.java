package com.promode.aurora.gateway;

import static com.promode.aurora.gateway.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Another way of writing a path leads nowhere else. */
@GatewayTest
class PathTests {

    @LocalServerPort
    private int port;

    private Client client = new Client(0);

    @BeforeEach
    void call() {
        client = new Client(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/admin/users",
                "/api//admin/users",
                "/api/admin/users/",
                "/api/admin;a=b/users",
                "/api/admin/users;jsessionid=1",
                "/api/x/../admin/users",
                "/api/./admin/users",
                "/api/%2e/admin/users",
                "/api/x/%2e%2e/admin/users",
                "/api/admin%2fusers",
                "/api%2fadmin/users",
                "/api/admin/users%00",
                "/api/admin\\users",
                "/api/Admin/users",
                "/API/admin/users",
                "/api/admin/Users",
                "/api/v1/admin/users/",
                "/WS/inventory/alerts"
            })
    void anOddPathIsRefused(String path) throws IOException {
        assertThat(raw("GET " + path, "Authorization: Bearer " + Tokens.good())).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/admin/settings/stock.approvalLimit",
                "/api/orders/0192F000-0000-7000-8000-00000000000A",
                "/api/warehouse/products/search?q=A//b;c"
            })
    void aPlainPathIsNot(String path) throws Exception {
        assertThat(client.get(path, Tokens.good()).statusCode()).isEqualTo(200);
    }

    @Test
    void theMethodIsTheOneThatWasDecidedUpon() throws Exception {
        var path = "/api/auth/login";

        client.post(path, "", new byte[2], "X-HTTP-Method-Override", "DELETE", "X-Method-Override", "PUT");

        var received = Backend.received(path).getLast();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.headers()).doesNotContainKeys("x-http-method-override", "x-method-override");
        assertRefused(
                client.call("GET", path, "", BodyPublishers.noBody(), "X-HTTP-Method-Override", "POST"),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void whatConcernsOnlyOneConnectionGoesNoFurther() throws IOException {
        var path = "/api/orders/hop";

        raw(
                "GET " + path,
                "Authorization: Bearer " + Tokens.good(),
                "TE: trailers",
                "Proxy-Authorization: Basic eDp5",
                "Keep-Alive: timeout=5");

        assertThat(Backend.received(path).getLast().headers())
                .doesNotContainKeys("te", "proxy-authorization", "keep-alive");
    }

    /** As it is written: Java's client would tidy up. */
    private String raw(String start, String... headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var request = start + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + String.join("\r\n", headers)
                    + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
