package com.promode.aurora.auth;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A mail server that takes every mail and sends none on; it can be made to refuse them. */
public final class Mails {

    private static final Pattern LINK = Pattern.compile("(http://\\S+)");

    private final ServerSocket server;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    Mails() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Whether from now on none is taken. */
    public void refuse(boolean on) {
        refusing = on;
    }

    /** The link in the first mail to this address; waits for it. */
    public String link(String address) {
        var mail = await().atMost(Duration.ofSeconds(20))
                .until(() -> find(address), Optional::isPresent)
                .orElseThrow();
        var link = LINK.matcher(mail);
        if (!link.find()) {
            throw new AssertionError("no link in " + mail);
        }
        return link.group(1);
    }

    private Optional<String> find(String address) {
        return taken.stream()
                .filter(mail -> mail.contains("To: " + address))
                .map(mail -> mail.replace("=\n", "").replace("=3D", "="))
                .findFirst();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 test");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                say(client, answer(line));
                if (line.equals("DATA") && !refusing) {
                    taken.add(body(lines));
                    say(client, "250 taken");
                }
            }
        } catch (IOException e) {
            // the other end has hung up
        }
    }

    private String answer(String line) {
        if (line.equals("QUIT")) {
            return "221 bye";
        }
        return refusing ? "421 not today" : line.equals("DATA") ? "354 go on" : "250 fine";
    }

    private static String body(BufferedReader lines) throws IOException {
        var body = new StringBuilder();
        for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            body.append(line).append('\n');
        }
        return body.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
