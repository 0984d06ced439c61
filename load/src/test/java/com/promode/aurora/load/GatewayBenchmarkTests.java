package com.promode.aurora.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the way through the gateway costs: the same list through it and past it, in turns. */
@Tag("benchmark")
class GatewayBenchmarkTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/api/warehouse/storage/locations?limit=1";
    private static final String SERVICE = "warehouse-service";
    private static final int GATEWAY_PORT = 8080;
    private static final int SERVICE_PORT = 8084;
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm-up", 60));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("measured", 30));

    private final int offset = Integer.parseInt(Objects.requireNonNullElse(System.getenv("AURORA_PORT_OFFSET"), "0"));
    private final Path root = Path.of(System.getProperty("aurora.root"));

    @Test
    void theWayThroughTheGatewayIsMeasured() throws Exception {
        var token = signIn();
        var through = new Requests(URI.create(url(GATEWAY_PORT) + PATH), token, CONNECTIONS);
        var direct = new Requests(URI.create(url(SERVICE_PORT) + PATH), token, CONNECTIONS);
        through.sendFor(WARM_UP);
        direct.sendFor(WARM_UP);

        var past = measure("past the gateway", direct);
        var gone = measure("through the gateway", through);

        System.out.printf("ratio %.2f%n", gone / past);
    }

    private double measure(String how, Requests requests) {
        var gateway = Cpu.of(root, "gateway-service");
        var service = Cpu.of(root, SERVICE);
        var gatewayBefore = gateway.used();
        var serviceBefore = service.used();
        var count = requests.sendFor(MEASURED);
        System.out.printf(
                "%s: %.0f requests/s; CPU per request: gateway %.3f ms, service %.3f ms%n",
                how,
                (double) count / MEASURED.toSeconds(),
                (double) gateway.used().minus(gatewayBefore).toMillis() / count,
                (double) service.used().minus(serviceBefore).toMillis() / count);
        return count;
    }

    private String signIn() throws Exception {
        var login = Map.of("email", "warehouse@aurora.local", "password", "Aurora!2026");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(url(GATEWAY_PORT) + "/api/auth/login"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(login)))
                            .build(),
                    BodyHandlers.ofString());
            return JSON.readTree(answer.body()).at("/data/access_token").asString();
        }
    }

    private String url(int port) {
        return "http://127.0.0.1:" + (port + offset);
    }
}
