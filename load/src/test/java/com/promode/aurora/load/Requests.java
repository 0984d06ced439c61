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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Some requests over and over, drawn at random, on connections that stay open as long as the server lets them, one after
 * the other on each. Plain sockets
 * and requests written out beforehand: on a machine that also runs what is measured, a client must cost next to nothing.
 */
record Requests(URI server, List<byte[]> messages, int connections) {

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    static Requests get(URI server, String token, int connections, List<String> paths) {
        return new Requests(
                server,
                paths.stream()
                        .map(path -> message("GET " + path, server, token, ""))
                        .toList(),
                connections);
    }

    static Requests post(URI server, String token, int connections, String path, List<String> bodies) {
        return new Requests(
                server,
                bodies.stream()
                        .map(body -> message(
                                "POST " + path,
                                server,
                                token,
                                "Content-Type: application/json\r\nContent-Length: %d\r\n"
                                        .formatted(body.getBytes(StandardCharsets.UTF_8).length),
                                body))
                        .toList(),
                connections);
    }

    private static byte[] message(String what, URI server, String token, String headers, String... body) {
        return "%s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\nAuthorization: Bearer %s\r\n%s\r\n%s"
                .formatted(what, server.getAuthority(), token, headers, String.join("", body))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** How many microseconds each answer took; any status but 2xx is an error. */
    Histogram sendFor(Duration time) {
        var answered = new ConcurrentHistogram(LONGEST, DIGITS);
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            IntStream.range(0, connections)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> sendUntil(end, answered), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        return answered;
    }

    private void sendUntil(long end, Histogram answered) {
        while (System.nanoTime() < end) {
            try (var socket = new Socket(server.getHost(), server.getPort())) {
                socket.setTcpNoDelay(true);
                sendUntil(end, answered, socket);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Until the time is over or the server wants another connection, as it does after some hundred requests. */
    private void sendUntil(long end, Histogram answered, Socket socket) throws IOException {
        var random = ThreadLocalRandom.current();
        var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        var open = true;
        for (var now = System.nanoTime(); open && now < end; now = System.nanoTime()) {
            socket.getOutputStream().write(messages.get(random.nextInt(messages.size())));
            open = read(in);
            answered.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - now));
        }
    }

    /** Whether the connection stays open. */
    private static boolean read(InputStream in) throws IOException {
        var status = line(in);
        var length = 0L;
        var chunked = false;
        var open = true;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.startsWith("connection:")) {
                open = !lower.endsWith("close");
            }
        }
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException(status + " " + new String(in.readNBytes((int) length), StandardCharsets.UTF_8));
        }
        if (chunked) {
            readChunks(in);
        } else {
            in.skipNBytes(length);
        }
        return open;
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
