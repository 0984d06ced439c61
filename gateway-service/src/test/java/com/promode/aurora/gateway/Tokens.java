package com.promode.aurora.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Access tokens as the issuer of the test signs them. */
final class Tokens {

    static final String TENANT = "0192f000-0000-7000-8000-000000000001";

    private static final RSAKey KEY = key();

    private Tokens() {}

    static String jwks() {
        return new JWKSet(KEY).toString();
    }

    static String good() {
        return of("user-" + UUID.randomUUID());
    }

    static String of(String user) {
        return signed(KEY, claims -> claims.subject(user));
    }

    static String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(KEY, change);
    }

    static String expired() {
        return signed(
                KEY, claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
    }

    static String forOtherAudience() {
        return signed(KEY, claims -> claims.audience("aurora-portal"));
    }

    static String ofOtherIssuer() {
        return signed(KEY, claims -> claims.issuer("http://127.0.0.1:1/realms/aurora"));
    }

    static String forged() {
        return signed(key(), claims -> claims);
    }

    private static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .subject("someone")
                .issuer(Backend.issuer() + "/realms/aurora")
                .audience("aurora-api")
                .claim("tenant_id", TENANT)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                change.apply(claims).build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
