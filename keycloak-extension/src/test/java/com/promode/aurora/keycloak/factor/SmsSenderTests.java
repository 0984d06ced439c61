package com.promode.aurora.keycloak.factor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsSenderTests {

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final HttpServer twilio = server();
    private int status = 201;

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        twilio.createContext("/", exchange -> {
            seen.add("%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        twilio.start();
    }

    @AfterEach
    void stop() {
        twilio.stop(0);
    }

    @Test
    void speaksTheProtocolOfTwilio() {
        assertThat(sender(twilio.getAddress().getPort()).send("+919845000000", "12 & 34"))
                .isTrue();
        assertThat(seen)
                .containsExactly("POST /2010-04-01/Accounts/AC1/Messages.json Basic QUMxOnNlY3JldA== "
                        + "To=%2B919845000000&From=%2B15005550006&Body=12+%26+34");
    }

    @Test
    void saysWhenItIsRefused() {
        status = 429;
        assertThat(sender(twilio.getAddress().getPort()).send("+919845000000", "x"))
                .isFalse();
    }

    @Test
    void doesNotWaitLongForWhoDoesNotAnswer() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var start = System.nanoTime();
            assertThat(sender(silent.getLocalPort()).send("+919845000000", "x")).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void isNoneWithoutAnAccount() {
        assertThat(SmsSender.of(Map.of())).isEmpty();
        assertThat(SmsSender.of(Map.of(
                        "AURORA_TWILIO_ACCOUNT_SID",
                        "AC1",
                        "AURORA_TWILIO_AUTH_TOKEN",
                        "x",
                        "AURORA_TWILIO_FROM",
                        "+1")))
                .isPresent();
    }

    private static SmsSender sender(int port) {
        return new SmsSender(URI.create("http://127.0.0.1:" + port), "AC1", "secret", "+15005550006");
    }
}
