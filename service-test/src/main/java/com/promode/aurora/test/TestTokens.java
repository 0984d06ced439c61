package com.promode.aurora.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs access tokens like Keycloak's, and serves the key to verify them by. One per JVM. */
public final class TestTokens {

    /** The tenant of tests that do not care which. */
    public static final UUID PROMODE = UUID.fromString("0192f000-0000-7000-8000-000000000001");

    /** Another tenant, whose rows must never be seen. */
    public static final UUID OTHER = UUID.fromString("0192f000-0000-7000-8000-000000000002");

    private static final String KEYS_PATH = "/realms/aurora/protocol/openid-connect/certs";

    private final RSAKey key;
    private final HttpServer server;

    TestTokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext(KEYS_PATH, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** Issuer of the tokens. */
    public String issuer() {
        return "http://127.0.0.1:%d/realms/aurora".formatted(server.getAddress().getPort());
    }

    String keysUri() {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), KEYS_PATH);
    }

    /** A token that is good for five minutes. */
    public String token(UUID tenant, UUID user, List<String> permissions) {
        return sign(claims(tenant, user, permissions).build());
    }

    /** Claims of a good token, to be spoilt by a test. */
    public JWTClaimsSet.Builder claims(UUID tenant, UUID user, List<String> permissions) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("aurora-api")
                .subject(user.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(6))))
                .claim("typ", "Bearer")
                .claim("sid", UUID.randomUUID().toString())
                .claim("email", user + "@aurora.local")
                .claim("tenant_id", tenant.toString())
                .claim("roles", List.of())
                .claim("permissions", permissions);
    }

    /** Signs claims with the key that services trust. */
    public String sign(JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
