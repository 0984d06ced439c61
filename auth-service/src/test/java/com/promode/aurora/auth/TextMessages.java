package com.promode.aurora.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes text messages as Twilio does, and sends none. */
public final class TextMessages {

    static final String ACCOUNT = "AC0123456789abcdef";
    static final String TOKEN = "only-for-tests";
    static final String FROM = "+15005550006";

    private static final TextMessages RUNNING = new TextMessages();
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
    private static final String PATH = "/2010-04-01/Accounts/%s/Messages.json".formatted(ACCOUNT);
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(UTF_8));

    private final List<Map<String, String>> taken = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean broken;

    private TextMessages() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TextMessages running() {
        return RUNNING;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on every message is refused, or none is any more. */
    public void breakDown(boolean down) {
        broken = down;
    }

    public int to(String phone) {
        return (int) taken.stream().filter(sent -> phone.equals(sent.get("To"))).count();
    }

    /** The code of the latest message to that phone. */
    public String codeTo(String phone) {
        var text = taken.stream()
                .filter(sent -> phone.equals(sent.get("To")))
                .reduce((earlier, later) -> later)
                .map(sent -> sent.get("Body"))
                .orElseThrow(() -> new AssertionError("no message to " + phone));
        var code = CODE.matcher(Objects.requireNonNull(text));
        if (!code.find()) {
            throw new AssertionError("no code in: " + text);
        }
        return code.group();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var status = 400;
        if (broken) {
            status = 500;
        } else if (!AUTHORIZATION.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            status = 401;
        } else if (exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().equals(PATH)) {
            var message = Stream.of(form.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
            if (FROM.equals(message.get("From"))) {
                taken.add(message);
                status = 201;
            }
        }
        var body = "{\"status\":\"%s\"}"
                .formatted(status == 201 ? "queued" : "failed")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
