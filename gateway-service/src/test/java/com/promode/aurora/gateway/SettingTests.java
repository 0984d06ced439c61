package com.promode.aurora.gateway;

import static com.promode.aurora.gateway.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "AURORA_TRUSTED_PROXIES=127.0.0.0/8",
            "aurora.gateway.signing.keys.erp1.tenant=" + SettingTests.SIGNING,
            "aurora.gateway.signing.keys.erp1.secret=" + SettingTests.SECRET,
            "aurora.gateway.signing.keys.foreign.tenant=0192f000-0000-7000-8000-0000000000ff",
            "aurora.gateway.signing.keys.foreign.secret=" + SettingTests.SECRET
        })
class SettingTests {

    static final String SIGNING = "0192f000-0000-7000-8000-0000000000aa";
    static final String SECRET = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0ISE=";
    private static final String USERS = "/api/admin/users";
    private static final String PAYMENTS = "/api/suppliers/payments";
    private static final Duration SOON = Duration.ofSeconds(5);

    @LocalServerPort
    private int port;

    private Client client = new Client(0);

    @BeforeEach
    void call() {
        client = new Client(port);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 200", "203.0.114.7, 403", "2001:db8:1::5, 200", "2001:db9::5, 403", "198.51.100.1, 200"})
    void administratorsCallFromTheListedNetworks(String address, int status) throws Exception {
        var tenant = UUID.randomUUID();
        var list = "[\"203.0.113.0/24\",\"2001:db8::/32\",\"198.51.100.1\"]";
        set(tenant, "security.adminAllowList", 1, list);
        await().atMost(SOON).until(() -> from("192.0.2.1", USERS, tenant) == 403);

        assertThat(from(address, USERS, tenant)).isEqualTo(status);
        assertThat(from("192.0.2.1", "/api/v1/admin/users", tenant)).isEqualTo(403);
        assertThat(from("192.0.2.1", "/api/orders", tenant)).isEqualTo(200);
        assertThat(from("192.0.2.1", USERS, UUID.randomUUID())).isEqualTo(200);
    }

    @Test
    void theListIsOffAgainAndAnOlderOneIsNotBelieved() throws Exception {
        var tenant = UUID.randomUUID();
        set(tenant, "security.adminAllowList", 2, "[\"203.0.113.0/24\"]");
        await().atMost(SOON).until(() -> from("192.0.2.1", USERS, tenant) == 403);

        set(tenant, "security.adminAllowList", 1, "[]");
        set(tenant, "security.adminAllowList", 3, "no json");
        set(tenant, "security.adminAllowList", 4, "[\"203.0.114.0/24\"]");
        await().atMost(SOON).until(() -> from("203.0.114.1", USERS, tenant) == 200);
        assertThat(from("192.0.2.1", USERS, tenant)).isEqualTo(403);

        set(tenant, "security.adminAllowList", 5, null);
        await().atMost(SOON).until(() -> from("192.0.2.1", USERS, tenant) == 200);
    }

    @Test
    void asksForASignatureOnlyWhereTheTenantWantsIt() throws Exception {
        startSigning();

        assertRefused(pay(SIGNING, "{}"), 403, "SIGNATURE_REQUIRED");
        assertThat(pay(UUID.randomUUID().toString(), "{}").statusCode()).isEqualTo(200);
        assertThat(client.get(PAYMENTS, token(SIGNING)).statusCode()).isEqualTo(200);
    }

    @Test
    void letsASignedRequestThroughOnce() throws Exception {
        startSigning();
        var signed = headers("erp1", Instant.now(), "POST\n" + PAYMENTS + "\na=1&b=%20\n", "{\"amount\":1}");

        var first = pay(PAYMENTS + "?a=1&b=%20", SIGNING, "{\"amount\":1}", signed);

        assertThat(first.body()).isEqualTo("got 12");
        assertThat(Backend.received(PAYMENTS + "?a=1").getLast().headers()).doesNotContainKey("x-signature");
        assertRefused(pay(PAYMENTS + "?a=1&b=%20", SIGNING, "{\"amount\":1}", signed), 403, "SIGNATURE_INVALID");
    }

    @Test
    void refusesWhatWasNotSigned() throws Exception {
        startSigning();
        var content = "POST\n" + PAYMENTS + "\n\n";
        var now = Instant.now();

        assertInvalid(PAYMENTS, "{\"amount\":2}", headers("erp1", now, content, "{\"amount\":1}"));
        assertInvalid(PAYMENTS + "?a=2", "{}", headers("erp1", now, content, "{}"));
        assertInvalid(PAYMENTS, "{}", headers("erp1", now, "PUT\n" + PAYMENTS + "\n\n", "{}"));
        assertInvalid(PAYMENTS, "{}", headers("erp1", now.minusSeconds(310), content, "{}"));
        assertInvalid(PAYMENTS, "{}", headers("erp1", now.plusSeconds(310), content, "{}"));
        assertInvalid(PAYMENTS, "{}", headers("foreign", now, content, "{}"));
        assertInvalid(PAYMENTS, "{}", headers("unknown", now, content, "{}"));
        var odd = headers("erp1", now, content, "{}");
        odd[1] = "no base64 at all!";
        assertInvalid(PAYMENTS, "{}", odd);
    }

    private void assertInvalid(String path, String body, String[] headers) throws Exception {
        assertRefused(pay(path, SIGNING, body, headers), 403, "SIGNATURE_INVALID");
    }

    private void startSigning() {
        set(UUID.fromString(SIGNING), "security.requestSigning", 1, "true");
        await().atMost(SOON).until(() -> pay(SIGNING, "{}").statusCode() == 403);
    }

    private static void set(UUID tenant, String name, long version, @Nullable String value) {
        TestKafka.send(new SettingChanged(UUID.randomUUID(), Instant.now(), tenant, name, version, value));
    }

    private int from(String address, String path, UUID tenant) throws Exception {
        return client.get(path, token(tenant.toString()), "X-Forwarded-For", address)
                .statusCode();
    }

    private HttpResponse<String> pay(String tenant, String body) throws Exception {
        return pay(PAYMENTS, tenant, body);
    }

    private HttpResponse<String> pay(String path, String tenant, String body, String... headers) throws Exception {
        return client.call("POST", path, token(tenant), BodyPublishers.ofString(body), headers);
    }

    private static String[] headers(String key, Instant time, String content, String body) throws Exception {
        var nonce = UUID.randomUUID().toString();
        var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
        var text = content + HexFormat.of().formatHex(digest) + "\n" + time + "\n" + nonce;
        var signature = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        return new String[] {
            "X-Signature", signature,
            "X-Signature-Key", key,
            "X-Signature-Timestamp", time.toString(),
            "X-Signature-Nonce", nonce
        };
    }

    private static String token(String tenant) {
        return Tokens.with(claims -> claims.claim("tenant_id", tenant));
    }
}
