package com.promode.aurora.auth;

import static java.util.Objects.requireNonNull;

import com.promode.aurora.test.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real Keycloak of this JVM's tests with the project's realm and demo users, and its console for the tests to use. */
public final class TestKeycloak {

    public static final String SECRET = "only-for-tests";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable TestKeycloak running;

    private final String server;
    private final Mails mails;
    private final Link link;

    private TestKeycloak(String server, Mails mails) {
        this.server = server;
        this.mails = mails;
        link = new Link(URI.create(server).getPort());
    }

    /** Started on first use, ended with the JVM. */
    public static synchronized TestKeycloak running() {
        if (running == null) {
            var mails = new Mails();
            running = new TestKeycloak(KeycloakProcess.start(mails, TestKafka.bootstrapServers()), mails);
        }
        return running;
    }

    /** By way of the link. */
    public String url() {
        return "http://127.0.0.1:" + link.port();
    }

    /** The issuer, which is the same whichever way tokens are asked for. */
    public String realm() {
        return server + "/realms/aurora";
    }

    /** What it has sent. */
    public Mails mails() {
        return mails;
    }

    public Link link() {
        return link;
    }

    /** A user to be made, by default of tenant promode, enabled, with the password of the demo. */
    public static final class NewUser {

        private final List<String> roles = new ArrayList<>();
        private final List<Map<String, Object>> credentials = new ArrayList<>();
        private final Map<String, Object> fields = new HashMap<>();

        public NewUser() {
            credentials.add(new HashMap<>(Map.of("type", "password", "value", WithKeycloak.PASSWORD)));
            fields.put("enabled", true);
            fields.put("firstName", "Test");
            fields.put("lastName", "User");
            fields.put("attributes", Map.of("tenant_id", List.of("0192f000-0000-7000-8000-000000000001")));
        }

        public NewUser tenant(UUID tenant) {
            fields.put("attributes", Map.of("tenant_id", List.of(tenant.toString())));
            return this;
        }

        public NewUser role(String name) {
            roles.add(name);
            return this;
        }

        public NewUser disabled() {
            fields.put("enabled", false);
            return this;
        }

        public NewUser temporaryPassword() {
            credentials.getFirst().put("temporary", true);
            return this;
        }

        /** Set a hundred days ago. */
        public NewUser expiredPassword() {
            credentials.set(0, hashedPassword(Instant.now().minus(Duration.ofDays(100))));
            return this;
        }

        public NewUser phone(String number) {
            fields.put(
                    "attributes",
                    Map.of("tenant_id", List.of("0192f000-0000-7000-8000-000000000001"), "phone", List.of(number)));
            return this;
        }

        /** With the authenticator of the demo's admin. */
        public NewUser otp() {
            credentials.add(Map.of(
                    "type", "otp",
                    "secretData", "{\"value\":\"JBSWY3DPEHPK3PXP\"}",
                    "credentialData",
                            "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,"
                                    + "\"algorithm\":\"HmacSHA1\",\"secretEncoding\":\"BASE32\"}"));
            return this;
        }

        private static Map<String, Object> hashedPassword(Instant created) {
            try {
                var salt = new byte[16];
                new SecureRandom().nextBytes(salt);
                var spec = new PBEKeySpec(WithKeycloak.PASSWORD.toCharArray(), salt, 1000, 512);
                var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                        .generateSecret(spec)
                        .getEncoded();
                var base64 = Base64.getEncoder();
                return Map.of(
                        "type",
                        "password",
                        "createdDate",
                        created.toEpochMilli(),
                        "secretData",
                        "{\"value\":\"%s\",\"salt\":\"%s\"}"
                                .formatted(base64.encodeToString(hash), base64.encodeToString(salt)),
                        "credentialData",
                        "{\"algorithm\":\"pbkdf2-sha512\",\"hashIterations\":1000}");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Makes a user and says his e-mail address. */
    public String create(NewUser user) {
        var email = "user-%d-%s@aurora.local".formatted(NUMBER.incrementAndGet(), UUID.randomUUID());
        var body = new HashMap<>(user.fields);
        body.put("username", email);
        body.put("email", email);
        body.put("credentials", user.credentials);
        call("POST", "/users", body);
        user.roles.forEach(role -> grant(email, role));
        return email;
    }

    public String id(String email) {
        return call("GET", "/users?exact=true&email=" + email, null)
                .get(0)
                .path("id")
                .asString();
    }

    public void grant(String email, String role) {
        call("POST", "/users/%s/role-mappings/realm".formatted(id(email)), List.of(role(role)));
    }

    public JsonNode role(String name) {
        return call("GET", "/roles/" + name, null);
    }

    public String sessions(String userId) {
        return call("GET", "/users/%s/sessions".formatted(userId), null).toString();
    }

    /** Changes one field of a user. */
    public void change(String email, String field, Object value) {
        var path = "/users/" + id(email);
        var user = JSON.convertValue(call("GET", path, null), new TypeReference<Map<String, Object>>() {});
        user.put(field, value);
        call("PUT", path, user);
    }

    /** For a while, after too many wrong passwords. */
    public boolean isLocked(String email) {
        return call("GET", "/attack-detection/brute-force/users/" + id(email), null)
                .path("disabled")
                .asBoolean();
    }

    public void delete(String email) {
        call("DELETE", "/users/" + id(email), null);
    }

    /** Any call of the administration of the realm; fails the test unless it succeeds. */
    public JsonNode call(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(server + "/admin/realms/aurora" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        var answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private String token() {
        var form = "grant_type=client_credentials&client_id=aurora-auth&client_secret=" + SECRET;
        var answer = send(HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return requireNonNull(JSON.readTree(answer.body()).path("access_token").asString());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
