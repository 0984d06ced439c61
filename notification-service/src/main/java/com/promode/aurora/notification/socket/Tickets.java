package com.promode.aurora.notification.socket;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Redeems the tickets of auth-service, each once whichever replica is asked; what is in one is an access token. */
@Component
class Tickets {

    private final DirectDecrypter decrypter;
    private final JdbcClient jdbc;
    private final Clock clock;

    Tickets(TicketProperties properties, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        try {
            var secret = properties.secret().getBytes(StandardCharsets.UTF_8);
            decrypter = new DirectDecrypter(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The access token, of which nothing has been checked yet; empty when the ticket is not ours, too old or used. */
    Optional<String> redeem(String ticket) {
        return open(ticket)
                .filter(content -> expiry(content).isAfter(clock.instant()))
                .filter(this::use)
                .map(content -> "%s.%s.%s"
                        .formatted(
                                content.get("header"),
                                Base64URL.encode(String.valueOf(content.get("payload"))),
                                content.get("signature")));
    }

    /** Forgets tickets that have long expired. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void forget() {
        jdbc.sql("DELETE FROM redeemed_tickets WHERE redeemed_at < now() - interval '10 minutes'")
                .update();
    }

    private Optional<Map<String, Object>> open(String ticket) {
        try {
            var content = JWEObject.parse(ticket);
            content.decrypt(decrypter);
            return Optional.ofNullable(content.getPayload().toJSONObject());
        } catch (ParseException | JOSEException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private boolean use(Map<String, Object> content) {
        return jdbc.sql("INSERT INTO redeemed_tickets (id) VALUES (:id) ON CONFLICT DO NOTHING")
                        .param("id", UUID.fromString(String.valueOf(content.get("jti"))))
                        .update()
                == 1;
    }

    private static Instant expiry(Map<String, Object> content) {
        return content.get("exp") instanceof Number millis ? Instant.ofEpochMilli(millis.longValue()) : Instant.EPOCH;
    }
}
