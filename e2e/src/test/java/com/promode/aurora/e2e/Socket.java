package com.promode.aurora.e2e;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A WebSocket through the gateway, and what has come over it. */
final class Socket implements WebSocket.Listener, AutoCloseable {

    /** A message and when it came. */
    record Heard(JsonNode message, Instant at) {

        Instant occurredAt() {
            return Instant.parse(message.path("occurredAt").asString());
        }

        String productId() {
            return message.at("/data/productId").asString("");
        }
    }

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder unfinished = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    static Socket open(Client client, String path) {
        var opened = new Socket();
        opened.socket = Client.HTTP
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + client.token())
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(URI.create("ws" + client.gateway().toString().substring("http".length()) + path), opened)
                .join();
        return opened;
    }

    /** All so far. */
    List<Heard> heard() {
        return heard;
    }

    /** The status with which the server closes it (RFC 6455, section 7.4). */
    CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        var now = Instant.now();
        unfinished.append(text);
        if (last) {
            heard.add(new Heard(Client.JSON.readTree(unfinished.toString()), now));
            unfinished.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
