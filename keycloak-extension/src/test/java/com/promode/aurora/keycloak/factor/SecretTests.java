package com.promode.aurora.keycloak.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretTests {

    @Test
    void drawsWhatHardlyComesAgain() {
        assertThat(Stream.generate(() -> Secret.letters(12)).limit(100))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Z2-9]{12}"));
        assertThat(Secret.digits(6)).matches("[0-9]{6}");
    }

    @Test
    void keepsHashesThatTellNothingAndAreTheSameForTheSame() {
        var salt = Secret.salt();
        var hash = Secret.hash("123456", salt);
        assertThat(hash).doesNotContain("123456");
        assertThat(Secret.same(hash, Secret.hash("123456", salt))).isTrue();
        assertThat(Secret.same(hash, Secret.hash("123457", salt))).isFalse();
        assertThat(Secret.same(hash, Secret.hash("123456", Secret.salt()))).isFalse();
    }
}
