package com.promode.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties =
                "AURORA_CONFIG_IMPORT=file:../config-repo/application.yml,file:../config-repo/gateway-service.yml,file:../config-repo/gateway-service-local.yml")
class LocalProfileTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"requests", "sign-ins", "routes.positions.rate", "routes.telemetry.rate"})
    void allLimitsAreWideOnOneMachine(String rate, @Autowired Environment environment) {
        var name = "aurora.gateway.limit." + rate;

        assertThat(environment.getProperty(name + ".count")).isEqualTo("100000");
        assertThat(environment.getProperty(name + ".period")).isEqualTo("1h");
    }

    @Test
    void allOfALimitMayBeUsedAtOnce() throws Exception {
        var answer = new Client(port).get("/api/orders", Tokens.good());

        assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).hasValue("99999");
    }
}
