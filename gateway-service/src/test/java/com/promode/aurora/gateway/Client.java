package com.promode.aurora.gateway;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the gateway as somebody outside would. */
final class Client {

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;

    Client(int port) {
        this.port = port;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path, String token, String... headers) throws Exception {
        return call("GET", path, token, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> post(String path, String token, byte[] body, String... headers) throws Exception {
        return call("POST", path, token, BodyPublishers.ofByteArray(body), headers);
    }

    HttpResponse<String> postChunked(String path, String token, byte[] body) throws Exception {
        return call("POST", path, token, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    HttpResponse<String> call(
            String method, String path, String token, HttpRequest.BodyPublisher body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(uri(path)).method(method, body).timeout(Duration.ofSeconds(20));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
