package com.promode.aurora.auth.password;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the realm that a password can be held against alone, as Keycloak counts them. Keycloak names the first that is
 * violated, so we look first and name them all; what needs the user, such as his last passwords, is left to it.
 *
 * @param rules as the realm has them, e.g. {@code length(8) and digits(1)}
 */
record PasswordPolicy(String rules) {

    private static final Pattern RULE = Pattern.compile("(\\w+)\\((\\d+)\\)");

    static PasswordPolicy of(@Nullable String rules) {
        return new PasswordPolicy(rules == null ? "" : rules);
    }

    /** One sentence for each violated rule. */
    List<String> violations(String password) {
        var violations = new ArrayList<String>();
        var rule = RULE.matcher(rules);
        while (rule.find()) {
            var violation = violation(rule.group(1), Integer.parseInt(rule.group(2)), password);
            if (violation != null) {
                violations.add(violation);
            }
        }
        return violations;
    }

    private static @Nullable String violation(String rule, int number, String password) {
        return switch (rule) {
            case "length" -> password.length() < number ? "must have at least %d characters".formatted(number) : null;
            case "maxLength" -> password.length() > number ? "must have at most %d characters".formatted(number) : null;
            case "upperCase" -> few(password, Character::isUpperCase, number, "capital letter");
            case "lowerCase" -> few(password, Character::isLowerCase, number, "small letter");
            case "digits" -> few(password, Character::isDigit, number, "digit");
            case "specialChars" ->
                few(
                        password,
                        letter -> !Character.isLetterOrDigit(letter),
                        number,
                        "character that is neither letter nor digit");
            default -> null;
        };
    }

    private static @Nullable String few(String password, IntPredicate counts, int number, String what) {
        return password.chars().filter(counts).count() < number
                ? "must have at least %d %s%s".formatted(number, what, number == 1 ? "" : "s")
                : null;
    }
}
