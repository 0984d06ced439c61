package com.promode.aurora.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * The same GET over and over, on connections that stay open, one after the other on each. Plain sockets: on a machine that
 * also runs what is measured, a client must cost next to nothing.
 */
record Requests(URI uri, String token, int connections) {

    /** How many were answered with 200; any other answer is an error. */
    long sendFor(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            return IntStream.range(0, connections)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> sendUntil(end), threads))
                    .toList()
                    .stream()
                    .mapToLong(CompletableFuture::join)
                    .sum();
        }
    }

    private long sendUntil(long end) {
        var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, uri.getAuthority(), token)
                .getBytes(StandardCharsets.ISO_8859_1);
        var answered = 0L;
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                read(in);
                answered++;
            }
            return answered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        var length = 0L;
        var chunked = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            }
        }
        if (chunked) {
            readChunks(in);
        } else {
            in.skipNBytes(length);
        }
    }

    private static void readChunks(InputStream in) throws IOException {
        for (var size = Long.parseLong(line(in), 16); size > 0; size = Long.parseLong(line(in), 16)) {
            in.skipNBytes(size + 2);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
