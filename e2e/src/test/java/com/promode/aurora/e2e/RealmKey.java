package com.promode.aurora.e2e;

import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A signing key that the realm publishes and the test knows: what it signs differs from a good token in nothing but what a
 * test has changed.
 */
record RealmKey(KeyPair pair, String id, String issuer) {

    private static final String REALM = "/realms/aurora";

    static RealmKey install(String keycloak, String password) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var key = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        var component = Map.of(
                "name", "test",
                "providerId", "rsa",
                "providerType", "org.keycloak.keys.KeyProvider",
                "config",
                        Map.of(
                                "privateKey",
                                List.of("-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----"),
                                "priority",
                                List.of("0"),
                                "enabled",
                                List.of("true"),
                                // published, and never used by the realm itself
                                "active",
                                List.of("false"),
                                "algorithm",
                                List.of("RS256")));
        var created = Client.HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/aurora/components"))
                        .header("Authorization", "Bearer " + administrator(keycloak, password))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Client.JSON.writeValueAsString(component)))
                        .build(),
                BodyHandlers.ofString());
        Answer.of(created).expect(201);
        return new RealmKey(pair, idOf(keycloak, (RSAPublicKey) pair.getPublic()), keycloak + REALM);
    }

    private static String administrator(String keycloak, String password) throws Exception {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var answer = Client.HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return Answer.of(answer).expect(200).json().path("access_token").asString();
    }

    private static String idOf(String keycloak, RSAPublicKey key) throws Exception {
        HttpResponse<String> keys = Client.HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak + REALM + "/protocol/openid-connect/certs"))
                        .build(),
                BodyHandlers.ofString());
        return Answer.of(keys)
                .json()
                .path("keys")
                .valueStream()
                .filter(each -> modulus(each).equals(key.getModulus()))
                .findFirst()
                .orElseThrow()
                .path("kid")
                .asString();
    }

    private static BigInteger modulus(JsonNode key) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path("n").asString("")));
    }

    byte[] publicKey() throws GeneralSecurityException {
        return pair.getPublic().getEncoded();
    }
}
