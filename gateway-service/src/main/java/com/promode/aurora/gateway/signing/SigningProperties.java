package com.promode.aurora.gateway.signing;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param operations method and path, e.g. {@code POST /api/suppliers/payments}, that are sensitive
 * @param skew how far the time of a request may be from ours
 * @param keys the secrets that requests are signed with, by the id that a request names
 */
@ConfigurationProperties("aurora.gateway.signing")
record SigningProperties(
        @DefaultValue List<String> operations,
        @DefaultValue("5m") Duration skew,
        @DefaultValue Map<String, Key> keys) {

    private static final int SHORTEST_SECRET = 32;

    /**
     * @param tenant whose requests it is good for
     * @param secret at least 32 random bytes in Base64
     */
    record Key(String tenant, String secret) {

        Key {
            if (Base64.getDecoder().decode(secret).length < SHORTEST_SECRET) {
                throw new IllegalArgumentException("A signing secret needs at least 32 bytes, in Base64");
            }
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(secret);
        }

        @Override
        public String toString() {
            return "Key of " + tenant;
        }
    }
}
