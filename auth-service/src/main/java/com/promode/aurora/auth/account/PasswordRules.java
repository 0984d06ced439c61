package com.promode.aurora.auth.account;

import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.BusinessException.Detail;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The realm's password policy in words: Keycloak enforces it, but names one broken rule at a time. */
final class PasswordRules {

    private static final int LENGTH = 8;

    private static final List<Rule> RULES = List.of(
            new Rule("must have at least %d characters".formatted(LENGTH), text -> text.length() >= LENGTH),
            new Rule("must have an upper-case letter", has(Character::isUpperCase)),
            new Rule("must have a lower-case letter", has(Character::isLowerCase)),
            new Rule("must have a digit", has(Character::isDigit)),
            new Rule("must have a special character", has(letter -> !Character.isLetterOrDigit(letter))));

    private PasswordRules() {}

    private record Rule(String message, Predicate<String> holds) {}

    /** Refuses with 400 that names each broken rule. */
    static void check(String password) {
        var broken = RULES.stream()
                .filter(rule -> !rule.holds().test(password))
                .map(rule -> new Detail("password", rule.message()))
                .toList();
        if (!broken.isEmpty()) {
            throw BusinessException.invalid(broken);
        }
    }

    private static Predicate<String> has(Predicate<Character> kind) {
        return text -> Stream.iterate(0, at -> at < text.length(), at -> at + 1)
                .map(text::charAt)
                .anyMatch(kind);
    }
}
