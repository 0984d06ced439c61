package com.promode.aurora.auth.session;

import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** RFC 6238, as an authenticator app computes it. */
public final class TotpCodes {

    private static final String DEMO_SECRET = "JBSWY3DPEHPK3PXP";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TotpCodes() {}

    /** The code of the time step that is so many steps from now. */
    public static String at(int steps) {
        return at(DEMO_SECRET, steps);
    }

    /** The same for another secret, in base32. */
    public static String at(String secret, int steps) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            var step = Instant.now().getEpochSecond() / 30 + steps;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        var bits = base32.chars()
                .mapToObj(letter ->
                        Integer.toBinaryString(32 + BASE32.indexOf(letter)).substring(1))
                .collect(joining());
        var bytes = new byte[bits.length() / 8];
        for (var at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Integer.parseInt(bits.substring(8 * at, 8 * at + 8), 2);
        }
        return bytes;
    }
}
