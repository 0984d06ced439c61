package com.promode.aurora.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the way through the gateway costs: the same list through it and past it, in turns. */
@Tag("benchmark")
class GatewayBenchmarkTests {

    private static final String PATH = "/api/warehouse/storage/locations?limit=1";
    private static final String SERVICE = "warehouse-service";
    private static final int SERVICE_PORT = 8084;
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm-up", 60));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("measured", 5));
    private static final int ROUNDS = Integer.getInteger("rounds", 6);

    private final RunningSystem system = RunningSystem.find();

    @Test
    void theWayThroughTheGatewayIsMeasured() {
        var token = system.signIn("warehouse@aurora.local");
        var through = requests(system.gateway(), token);
        var direct = requests(system.url(SERVICE_PORT), token);
        through.sendFor(WARM_UP);
        direct.sendFor(WARM_UP);

        var past = 0.0;
        var gone = 0.0;
        for (var round = 0; round < ROUNDS; round++) {
            past += measure("past the gateway", direct);
            gone += measure("through the gateway", through);
        }

        System.out.printf("ratio %.2f%n", gone / past);
    }

    private static Requests requests(URI server, String token) {
        return Requests.get(server, token, CONNECTIONS, List.of(PATH));
    }

    private double measure(String how, Requests requests) {
        var gateway = Cpu.of(system.root(), "gateway-service");
        var service = Cpu.of(system.root(), SERVICE);
        var gatewayBefore = gateway.used();
        var serviceBefore = service.used();
        var count = requests.sendFor(MEASURED).getTotalCount();
        System.out.printf(
                "%s: %.0f requests/s; CPU per request: gateway %.3f ms, service %.3f ms%n",
                how,
                (double) count / MEASURED.toSeconds(),
                (double) gateway.used().minus(gatewayBefore).toMillis() / count,
                (double) service.used().minus(serviceBefore).toMillis() / count);
        return count;
    }
}
