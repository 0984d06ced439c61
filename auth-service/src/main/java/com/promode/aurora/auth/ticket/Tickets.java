package com.promode.aurora.auth.ticket;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seals a caller's access token into a ticket: {@code docs/decisions/0006} says why and how. The token's own JSON is sealed
 * instead of its base64, so that it can be compressed: tickets travel in the request line.
 */
@Component
class Tickets {

    private final TicketProperties properties;
    private final DirectEncrypter encrypter;
    private final Clock clock;

    Tickets(TicketProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        try {
            var secret = properties.secret().getBytes(StandardCharsets.UTF_8);
            encrypter = new DirectEncrypter(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    TicketView issue(String token) {
        var parts = token.split("\\.");
        var content = new LinkedHashMap<String, Object>();
        content.put("jti", UUID.randomUUID().toString());
        content.put("exp", clock.instant().plus(properties.life()).toEpochMilli());
        content.put("header", parts[0]);
        content.put("payload", new Base64URL(parts[1]).decodeToString());
        content.put("signature", parts[2]);
        var ticket = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                        .compressionAlgorithm(CompressionAlgorithm.DEF)
                        .build(),
                new Payload(content));
        try {
            ticket.encrypt(encrypter);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return new TicketView(ticket.serialize(), properties.life().toSeconds());
    }
}
