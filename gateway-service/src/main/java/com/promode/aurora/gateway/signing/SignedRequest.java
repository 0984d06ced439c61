package com.promode.aurora.gateway.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a request says of its own signature. */
record SignedRequest(String keyId, String timestamp, String nonce, String signature) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    /** Empty unless all four headers are there, each once. */
    static Optional<SignedRequest> of(HttpHeaders headers) {
        var keyId = single(headers, "X-Signature-Key");
        var timestamp = single(headers, "X-Signature-Timestamp");
        var nonce = single(headers, "X-Signature-Nonce");
        var signature = single(headers, "X-Signature");
        return keyId.isEmpty()
                        || timestamp.isEmpty()
                        || signature.isEmpty()
                        || !NONCE.matcher(nonce).matches()
                ? Optional.empty()
                : Optional.of(new SignedRequest(keyId, timestamp, nonce, signature));
    }

    private static String single(HttpHeaders headers, String name) {
        var values = headers.getOrEmpty(name);
        return values.size() == 1 ? values.getFirst() : "";
    }

    boolean isOf(Instant now, Duration skew) {
        try {
            return Duration.between(Instant.parse(timestamp), now).abs().compareTo(skew) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Compares in the same time wherever they differ. */
    boolean isSignedWith(byte[] secret, ServerHttpRequest request, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var expected = mac.doFinal(content(request, body).getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(expected, Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException noBase64) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String content(ServerHttpRequest request, byte[] body) throws GeneralSecurityException {
        var uri = request.getURI();
        var query = uri.getRawQuery();
        return String.join(
                "\n",
                request.getMethod().name(),
                uri.getRawPath(),
                query == null ? "" : query,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)),
                timestamp,
                nonce);
    }
}
