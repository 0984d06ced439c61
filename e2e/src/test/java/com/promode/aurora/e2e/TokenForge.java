package com.promode.aurora.e2e;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as the realm would give them, and some that it never would. */
record TokenForge(RealmKey key, Set<String> permissions, String tenant, UUID user) {

    String good() {
        return with(claims -> {});
    }

    String ofSession(UUID session) {
        return with(claims -> claims.put("sid", session.toString()));
    }

    String expired() {
        return with(claims -> {
            claims.put("iat", Instant.now().minusSeconds(7200).getEpochSecond());
            claims.put("exp", Instant.now().minusSeconds(3600).getEpochSecond());
        });
    }

    String ofOtherIssuer() {
        return with(claims -> claims.put("iss", key.issuer().replace("/aurora", "/master")));
    }

    String forOtherAudience() {
        return with(claims -> claims.put("aud", "account"));
    }

    String unsigned() {
        return encode(Map.of("alg", "none", "typ", "JWT")) + "." + encode(claims(changed -> {})) + ".";
    }

    /** With what everybody knows as the secret. */
    String signedWithThePublicKey() throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.publicKey(), "HmacSHA256"));
        var content = encode(Map.of("alg", "HS256", "typ", "JWT", "kid", key.id())) + "." + encode(claims(same -> {}));
        return content + "." + encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    String ofUnknownKey() {
        return sign(UUID.randomUUID().toString(), claims(same -> {}));
    }

    /** Another's claims below a good signature. */
    String tampered() {
        var parts = good().split("\\.", -1);
        return parts[0] + "." + encode(claims(changed -> {})) + "." + parts[2];
    }

    private String with(Consumer<Map<String, Object>> change) {
        return sign(key.id(), claims(change));
    }

    private Map<String, Object> claims(Consumer<Map<String, Object>> change) {
        var now = Instant.now().getEpochSecond();
        var claims = new HashMap<String, Object>();
        claims.put("iss", key.issuer());
        claims.put("aud", "aurora-api");
        claims.put("typ", "Bearer");
        claims.put("azp", "aurora-portal");
        claims.put("sub", user.toString());
        claims.put("sid", UUID.randomUUID().toString());
        claims.put("email", "forged@aurora.local");
        claims.put("iat", now);
        claims.put("exp", now + 600);
        claims.put("tenant_id", tenant);
        claims.put("roles", List.of("forged"));
        claims.put("permissions", permissions);
        change.accept(claims);
        return claims;
    }

    private String sign(String keyId, Map<String, Object> claims) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.pair().getPrivate());
            var content = encode(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId)) + "." + encode(claims);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, Object> json) {
        return encode(Client.JSON.writeValueAsBytes(json));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
