package com.promode.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
// nobody listens on the discard port
@TestPropertySource(properties = {"AURORA_KAFKA=127.0.0.1:9", "aurora.gateway.kafka.head-start=100ms"})
class NoKafkaTests {

    @LocalServerPort
    private int port;

    @Test
    void servesWithoutKafkaAndSaysSo(CapturedOutput output) throws Exception {
        assertThat(new Client(port).get("/api/orders", Tokens.good()).statusCode())
                .isEqualTo(200);
        assertThat(output.getAll()).contains("Serving before [");
    }
}
