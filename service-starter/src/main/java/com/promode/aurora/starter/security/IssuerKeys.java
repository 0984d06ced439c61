package com.promode.aurora.starter.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/**
 * The public keys of the issuer (RFC 7517). They are read again after a while, so that a removed key is not good for
 * ever; while the issuer does not answer, the old ones are better than none.
 */
final class IssuerKeys {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(3);
    private static final int LARGEST = 100_000;

    private IssuerKeys() {}

    static JWKSource<SecurityContext> of(String address, Duration memory) {
        try {
            return JWKSourceBuilder.create(
                            URI.create(address).toURL(),
                            new DefaultResourceRetriever(millis(CONNECT), millis(READ), LARGEST))
                    .cache(memory.toMillis(), CONNECT.plus(READ).toMillis())
                    .refreshAheadCache(false)
                    // the gateway answers for made-up key ids
                    .rateLimited(false)
                    .outageTolerantForever()
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(
                    "spring.security.oauth2.resourceserver.jwt.jwk-set-uri is no address: " + address, e);
        }
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
