package com.promode.aurora.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordPolicyTests {

    private final PasswordPolicy policy = PasswordPolicy.of("length(8) and upperCase(1) and lowerCase(1) and digits(1)"
            + " and specialChars(1) and passwordHistory(5) and forceExpiredPasswordChange(90)");

    @Test
    void namesEveryViolatedRule() {
        assertThat(policy.violations("")).hasSize(5);
        assertThat(policy.violations("abc"))
                .containsExactly(
                        "must have at least 8 characters",
                        "must have at least 1 capital letter",
                        "must have at least 1 digit",
                        "must have at least 1 character that is neither letter nor digit");
        assertThat(policy.violations("ABCDEFG1!")).containsExactly("must have at least 1 small letter");
    }

    @Test
    void takesWhatKeepsThemAll() {
        assertThat(policy.violations("Abcdef1!")).isEmpty();
        assertThat(policy.violations("Pässwört 1")).isEmpty();
    }

    @Test
    void readsTheNumbersOfTheRealm() {
        assertThat(PasswordPolicy.of("digits(3) and maxLength(4) and notUsername(undefined)")
                        .violations("ab1d5"))
                .containsExactly("must have at least 3 digits", "must have at most 4 characters");
        assertThat(PasswordPolicy.of(null).violations("x")).isEmpty();
    }
}
