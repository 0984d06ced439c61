package com.promode.aurora.keycloak.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Codes drawn at random, and the hashes that are kept of them. */
final class Secret {

    /** Without letters that look like digits. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /** Few, for a backup code has sixty bits of chance, and no number would save six digits that live five minutes. */
    private static final int ITERATIONS = 10_000;

    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String digits(int count) {
        return draw("0123456789", count);
    }

    static String letters(int count) {
        return draw(ALPHABET, count);
    }

    static String salt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt);
    }

    static String hash(String code, String salt) {
        try {
            var key = new PBEKeySpec(code.toCharArray(), Base64.getDecoder().decode(salt), ITERATIONS, BITS);
            return Base64.getEncoder()
                    .encodeToString(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(key)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean same(String hash, String other) {
        return MessageDigest.isEqual(hash.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    private static String draw(String alphabet, int count) {
        return RANDOM.ints(count, 0, alphabet.length())
                .map(alphabet::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
