package com.promode.aurora.keycloak.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sends text messages by Twilio's REST protocol. */
final class SmsSender {

    private static final Logger LOG = Logger.getLogger(SmsSender.class);

    /** Less than auth-service waits for us. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final URI messages;
    private final String authorization;
    private final String from;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    SmsSender(URI base, String account, String token, String from) {
        this.messages = URI.create("%s/2010-04-01/Accounts/%s/Messages.json".formatted(base, account));
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString("%s:%s".formatted(account, token).getBytes(UTF_8));
        this.from = from;
    }

    /**
     * As {@code AURORA_TWILIO_ACCOUNT_SID}, {@code AURORA_TWILIO_AUTH_TOKEN} and {@code AURORA_TWILIO_FROM} say, and
     * {@code AURORA_TWILIO_URL} where it is not Twilio itself; empty when one is missing.
     */
    static Optional<SmsSender> of(Map<String, String> environment) {
        var account = environment.getOrDefault("AURORA_TWILIO_ACCOUNT_SID", "");
        var token = environment.getOrDefault("AURORA_TWILIO_AUTH_TOKEN", "");
        var from = environment.getOrDefault("AURORA_TWILIO_FROM", "");
        if (account.isBlank() || token.isBlank() || from.isBlank()) {
            return Optional.empty();
        }
        var base = Objects.requireNonNull(environment.getOrDefault("AURORA_TWILIO_URL", "https://api.twilio.com"));
        return Optional.of(new SmsSender(URI.create(base), account, token, from));
    }

    /** Whether it was taken; why not is in the log, without the text. */
    boolean send(String phone, String text) {
        var form = "To=%s&From=%s&Body=%s".formatted(encode(phone), encode(from), encode(text));
        var request = HttpRequest.newBuilder(messages)
                .timeout(TIMEOUT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.errorf("The text message was refused: HTTP %d", status);
            }
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.errorf("The text message was not sent: %s", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
