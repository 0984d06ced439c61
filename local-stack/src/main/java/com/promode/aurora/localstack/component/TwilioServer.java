package com.promode.aurora.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes text messages as Twilio does, and sends none: the part of its API that creates a message
 * (<a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>), with its errors.
 */
public final class TwilioServer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST = 1_600;

    private final String messages;
    private final String account;
    private final byte[] authorization;
    private final Consumer<Message> taker;
    private final Clock clock = Clock.systemUTC();
    private final HttpServer server;

    /** A text for a phone, both numbers in E.164. */
    public record Message(String to, String from, String body) {}

    /** An error of Twilio's, by its number. */
    private static final class RefusedException extends RuntimeException {

        private final int status;
        private final int code;

        RefusedException(int status, int code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }
    }

    /**
     * Begins to listen on the loopback address.
     *
     * @param port any free one when 0
     * @param taker is given each message; when it throws, the sender hears of a failure within Twilio
     */
    public TwilioServer(int port, String account, String token, Consumer<Message> taker) {
        this.messages = "/2010-04-01/Accounts/%s/Messages.json".formatted(account);
        this.account = account;
        this.authorization = ("Basic " + Base64.getEncoder().encodeToString((account + ":" + token).getBytes(UTF_8)))
                .getBytes(UTF_8);
        this.taker = taker;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            try {
                var message = message(exchange, form);
                taker.accept(message);
                write(exchange, 201, created(message));
            } catch (RefusedException e) {
                write(exchange, e.status, error(e.status, e.code, String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                write(exchange, 500, error(500, 20_500, "Internal Server Error"));
            }
        }
    }

    private Message message(HttpExchange exchange, String form) {
        var given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given == null || !MessageDigest.isEqual(authorization, given.getBytes(UTF_8))) {
            throw new RefusedException(401, 20_003, "Authenticate");
        }
        var path = exchange.getRequestURI().getPath();
        if (!path.equals(messages) || !exchange.getRequestMethod().equals("POST")) {
            throw new RefusedException(404, 20_404, "The requested resource %s was not found".formatted(path));
        }
        var fields = fields(form);
        var to = required(fields, "To", 21_604, "A 'To' phone number is required.");
        var from = required(fields, "From", 21_603, "A 'From' phone number is required.");
        var body = required(fields, "Body", 21_602, "Message body is required.");
        if (!E164.matcher(to).matches()) {
            throw new RefusedException(400, 21_211, "Invalid 'To' Phone Number: " + to);
        }
        if (body.length() > LONGEST) {
            throw new RefusedException(400, 21_617, "The concatenated message body exceeds the 1600 character limit");
        }
        return new Message(to, from, body);
    }

    private static String required(Map<String, String> fields, String name, int code, String message) {
        var value = fields.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new RefusedException(400, code, message);
        }
        return value;
    }

    private static Map<String, String> fields(String form) {
        var fields = new HashMap<String, String>();
        Arrays.stream(form.split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> {
            try {
                fields.put(pair[0], URLDecoder.decode(pair.length > 1 ? pair[1] : "", UTF_8));
            } catch (IllegalArgumentException e) {
                throw new RefusedException(400, 20_001, "The form can't be read");
            }
        });
        return fields;
    }

    private Map<String, Object> created(Message message) {
        var sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        return Map.of(
                "sid",
                sid,
                "account_sid",
                account,
                "to",
                message.to(),
                "from",
                message.from(),
                "body",
                message.body(),
                "status",
                "queued",
                "direction",
                "outbound-api",
                "date_created",
                now,
                "date_updated",
                now,
                "uri",
                messages.replace(".json", "/" + sid + ".json"));
    }

    private static Map<String, Object> error(int status, int code, String message) {
        return Map.of(
                "status", status,
                "code", code,
                "message", message,
                "more_info", "https://www.twilio.com/docs/errors/" + code);
    }

    private static void write(HttpExchange exchange, int status, Map<String, Object> answer) throws IOException {
        var body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
