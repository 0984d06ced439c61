package com.promode.aurora.gateway;

import static com.promode.aurora.gateway.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@GatewayTest
class RoutesTests {

    private static final String TOKEN = Tokens.good();

    @LocalServerPort
    private int port;

    record Endpoint(String method, String path, String service, String permission) {}

    static List<Endpoint> endpoints() throws Exception {
        return Files.readAllLines(Path.of("../docs/endpoints.csv")).stream()
                .skip(1)
                .map(row -> row.split(","))
                .map(row -> new Endpoint(row[0], row[1], row[2], row[3]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void takesEveryEndpointToItsService(Endpoint endpoint) throws Exception {
        var method = endpoint.method().equals("WS") ? "GET" : endpoint.method();
        var path = endpoint.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        // the one path where the test's service asks for a token of its own kind
        var expected = path.equals("/ws/inventory/alerts") ? 401 : 200;

        var answer = new Client(port).call(method, path, TOKEN, BodyPublishers.noBody());

        assertThat(answer.headers().firstValue("X-Served-By")).hasValue(endpoint.service());
        assertThat(answer.statusCode()).isEqualTo(expected);
    }

    @Test
    void needsNoTokenExactlyWhereTheTableSaysPublic(@Autowired Environment environment) throws Exception {
        var open = Binder.get(environment)
                .bind("aurora.gateway.access.public-endpoints", String[].class)
                .get();

        assertThat(open)
                .containsExactlyInAnyOrderElementsOf(endpoints().stream()
                        .filter(endpoint -> endpoint.permission().equals("public"))
                        .map(endpoint -> endpoint.method() + " " + endpoint.path())
                        .toList());
    }

    @Test
    void knowsTheVersionedAlias() throws Exception {
        var client = new Client(port);

        var answer = client.get("/api/v1/warehouse/products/search?q=a%20b&page=2", TOKEN);

        assertThat(answer.headers().firstValue("X-Served-By")).hasValue("inventory-service");
        assertThat(Backend.received("/api/warehouse/products/search?q=a%20b&page=2"))
                .hasSize(1);
        assertThat(client.post("/api/v1/auth/login", "", new byte[2]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysSoWhenThereIsNothing() throws Exception {
        var client = new Client(port);

        assertRefused(client.get("/api/nothing/here", TOKEN), 404, "NOT_FOUND");
        assertRefused(client.get("/", TOKEN), 404, "NOT_FOUND");
        assertRefused(client.get("/actuator/health", TOKEN), 404, "NOT_FOUND");
    }
}
