package com.promode.aurora.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTests {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final RSAKey first = new RSAKeyGenerator(2048).keyID("first").generate();
    private final RSAKey second = new RSAKeyGenerator(2048).keyID("second").generate();
    private volatile JWKSet keys = new JWKSet(first);
    private volatile boolean up = true;

    private final JWKSource<SecurityContext> source = IssuerKeys.of(
            "http://127.0.0.1:%d/certs".formatted(issuer.getAddress().getPort()), AT_ONCE);

    IssuerKeysTests() throws Exception {}

    @BeforeEach
    void serve() {
        issuer.createContext("/certs", exchange -> {
            var body = keys.toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(up ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void aNewKeyIsFoundAndARemovedOneForgotten() throws Exception {
        assertThat(ids("first")).containsExactly("first");

        keys = new JWKSet(second);

        assertThat(ids("second")).containsExactly("second");
        assertThat(ids("first")).isEmpty();
    }

    @Test
    void whileTheIssuerIsDownTheOldKeysStay() throws Exception {
        ids("first");

        up = false;

        assertThat(ids("first")).containsExactly("first");
        assertThat(ids("made up")).isEmpty();
        issuer.stop(0);
        assertThat(ids("first")).containsExactly("first");
    }

    @Test
    void keysAreThereBeforeTheFirstTokenAsks() throws Exception {
        new IssuerKeysJob(source).read();

        up = false;

        assertThat(ids("first")).containsExactly("first");
    }

    @Test
    void keysThatCouldNotBeReadAtFirstAreReadLater() throws Exception {
        var job = new IssuerKeysJob(source);
        up = false;
        job.read();
        up = true;

        job.read();

        up = false;
        assertThat(ids("first")).containsExactly("first");
    }

    @Test
    void withoutAnyKeyItIsAnError() {
        up = false;

        assertThatThrownBy(() -> ids("first")).isInstanceOf(KeySourceException.class);
    }

    private List<String> ids(String wanted) throws KeySourceException {
        return source.get(new JWKSelector(new JWKMatcher.Builder().keyID(wanted).build()), null).stream()
                .map(JWK::getKeyID)
                .toList();
    }
}
