package com.promode.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
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

    @Test
    void saysThatStatisticsOfUsageAreLost(CapturedOutput output, @Autowired SmartLifecycle usageSender)
            throws Exception {
        new Client(port).get("/api/orders/counted", Tokens.good());
        // the client has its answer a moment before it is counted, and the log line comes after that
        await().until(() -> output.getAll().contains("GET /api/orders/counted"));

        usageSender.stop();

        assertThat(output.getAll()).contains("Some statistics of usage are lost");
    }
}
