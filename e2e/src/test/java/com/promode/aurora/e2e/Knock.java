package com.promode.aurora.e2e;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Calls an endpoint with nothing in its hands, only to see whether it is let in. */
final class Knock {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What came back: 101 for a socket that opened, which is closed at once. */
    record Reply(int status, String body) {

        /** Nobody has built this. */
        boolean isNothing() {
            return status == 405 || status == 404 && body.contains("There is nothing at this");
        }
    }

    private Knock() {}

    static CompletableFuture<Reply> at(String base, Endpoint endpoint, String path, String token) {
        return endpoint.isSocket() ? socket(base, path, token) : request(base, endpoint.method(), path, token);
    }

    private static CompletableFuture<Reply> request(String base, String method, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("POST") || method.equals("PUT")
                                ? BodyPublishers.ofString("{}")
                                : BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return Client.HTTP
                .sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(answer -> new Reply(answer.statusCode(), answer.body()));
    }

    private static CompletableFuture<Reply> socket(String base, String path, String token) {
        var handshake = Client.HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
        if (!token.isEmpty()) {
            handshake.header("Authorization", "Bearer " + token);
        }
        return handshake
                .buildAsync(URI.create(base.replaceFirst("http", "ws") + path), new WebSocket.Listener() {})
                .handle((socket, failure) -> {
                    if (failure == null) {
                        socket.abort();
                        return new Reply(101, "");
                    }
                    var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
                    if (cause instanceof WebSocketHandshakeException refused) {
                        return new Reply(
                                refused.getResponse().statusCode(),
                                String.valueOf(refused.getResponse().body()));
                    }
                    throw new CompletionException(cause);
                });
    }
}
