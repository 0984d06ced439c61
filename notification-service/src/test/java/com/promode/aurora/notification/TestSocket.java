package com.promode.aurora.notification;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's end of a socket, as a browser or a device has it. */
public final class TestSocket implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;

    private TestSocket() {}

    /** Opens with the token in the header Authorization. */
    public static TestSocket open(String url, String token) {
        return open(url, with -> with.header("Authorization", "Bearer " + token));
    }

    /** Opens as told; waits while the service still catches up with the events. */
    public static TestSocket open(String url, UnaryOperator<WebSocket.Builder> as) {
        return await().atMost(PATIENCE)
                .until(() -> tryOpen(url, as), Optional::isPresent)
                .orElseThrow();
    }

    /** The status with which a handshake is refused. */
    public static int refusal(String url, UnaryOperator<WebSocket.Builder> as) {
        try {
            var socket = connect(url, as);
            socket.close();
            throw new AssertionError("the handshake was not refused");
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private static Optional<TestSocket> tryOpen(String url, UnaryOperator<WebSocket.Builder> as) throws Exception {
        try {
            return Optional.of(connect(url, as));
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused
                    && refused.getResponse().statusCode() == 503) {
                return Optional.empty();
            }
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw new AssertionError("refused with " + refused.getResponse().statusCode(), e);
            }
            throw e;
        }
    }

    private static TestSocket connect(String url, UnaryOperator<WebSocket.Builder> as) {
        var client = new TestSocket();
        client.socket = as.apply(CLIENT.newWebSocketBuilder().connectTimeout(PATIENCE))
                .buildAsync(URI.create(url.replaceFirst("^http", "ws")), client)
                .join();
        return client;
    }

    /** The subprotocol that the server has chosen. */
    public String protocol() {
        return socket().getSubprotocol();
    }

    public void say(String text) {
        socket().sendText(text, true).join();
    }

    /** The first so many messages; waits for them. */
    public List<JsonNode> hear(int count) {
        await().atMost(PATIENCE).until(() -> heard.size() >= count);
        return List.copyOf(heard).subList(0, count);
    }

    /** All that has been heard by now. */
    public List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    /** Waits for so many pings, which the client answers by itself. */
    public void ping(int count) {
        await().atMost(PATIENCE).until(() -> pings.get() >= count);
    }

    /** The code with which the server closes; waits for it. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(JSON.readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        try {
            socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e; // an IOException: the server has closed already
            }
        }
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("not open");
        }
        return socket;
    }
}
