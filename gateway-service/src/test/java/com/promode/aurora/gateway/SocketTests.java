package com.promode.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "AURORA_RATE_LIMIT=off")
class SocketTests {

    private static final String ALERTS = "/ws/inventory/alerts";

    @LocalServerPort
    private int port;

    private final Heard heard = new Heard();

    @Test
    void carriesMessagesBothWaysWithQueryAndTicket() throws Exception {
        var socket = open(ALERTS + "?since=7&ticket=good", socket());

        assertThat(heard.next()).isEqualTo("hello " + ALERTS + "?since=7&ticket=good");
        socket.sendText("one", true).join();
        assertThat(heard.next()).isEqualTo("echo one");
        socket.sendText("two", true).join();
        assertThat(heard.next()).isEqualTo("echo two");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
        assertThat(heard.next()).startsWith("closed 1000");
    }

    @Test
    void carriesTheTokenInItsHeader() throws Exception {
        var token = Tokens.good();

        assertRefused(401, ALERTS, socket().header("Authorization", "Bearer " + token));

        assertThat(Backend.received(ALERTS).getLast().headers()).containsEntry("authorization", "Bearer " + token);
        assertThat(open("/ws/inventory/closing", socket().header("Authorization", "Bearer " + token)))
                .isNotNull();
    }

    @Test
    void refusesABadTokenInTheHeaderItself() {
        assertRefused(401, "/ws/inventory/closing", socket().header("Authorization", "Bearer " + Tokens.expired()));
    }

    @Test
    void answersTheSubprotocolThatTheServiceChose() throws Exception {
        var socket = open(ALERTS, socket().subprotocols("bearer.good", "aurora.v1"));

        assertThat(socket.getSubprotocol()).isEqualTo("aurora.v1");
        assertThat(heard.next()).isEqualTo("hello " + ALERTS);
        socket.abort();
    }

    @Test
    void answersTheRefusalOfTheServiceToTheHandshake() {
        assertRefused(401, ALERTS, socket());
        assertRefused(403, "/ws/forbidden", socket());
    }

    @Test
    void closesAsTheServiceCloses() throws Exception {
        open("/ws/inventory/closing", socket());

        assertThat(heard.next()).isEqualTo("closed 4001 token ended");
    }

    @Test
    void makesUpNoOriginForAClientWithoutOne() {
        open(ALERTS + "?ticket=good", socket());

        assertThat(Backend.received(ALERTS).getLast().headers()).doesNotContainKey("origin");
    }

    @Test
    void refusesForeignOrigins() {
        assertRefused(403, ALERTS + "?ticket=good", socket().header("Origin", "https://evil.example.com"));
    }

    private static WebSocket.Builder socket() {
        return Client.HTTP.newWebSocketBuilder();
    }

    private WebSocket open(String path, WebSocket.Builder builder) {
        return builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), heard)
                .join();
    }

    private void assertRefused(int status, String path, WebSocket.Builder builder) {
        assertThatThrownBy(() -> open(path, builder))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(status));
    }

    /** Keeps what comes over a socket, in order. */
    private static final class Heard implements WebSocket.Listener {

        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            var message = messages.poll(10, TimeUnit.SECONDS);
            return message == null ? "nothing" : message;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            messages.add(text.toString());
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            messages.add("closed " + code + " " + reason);
            return CompletableFuture.completedFuture(null);
        }
    }
}
