package com.promode.aurora.auth.keycloak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different of a user. Keycloak leaves a null as it is, but takes attributes as a whole.
 *
 * @param enabled null unless it is to change: true also lifts the lock after wrong passwords
 */
public record AccountChange(
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Boolean enabled,
        @Nullable Boolean emailVerified,
        Map<String, List<String>> attributes) {

    /** Nothing different yet. */
    public static AccountChange of(Account account) {
        return new AccountChange(
                account.email(),
                account.firstName(),
                account.lastName(),
                null,
                null,
                account.attributes() == null ? Map.of() : account.attributes());
    }

    public AccountChange named(String first, String last) {
        return new AccountChange(email, first, last, enabled, emailVerified, attributes);
    }

    /** The old address may have been proved to be his; the new one has not. */
    public AccountChange reachedAt(String address) {
        return address.equals(email)
                ? this
                : new AccountChange(address, firstName, lastName, enabled, false, attributes);
    }

    public AccountChange enabled(boolean on) {
        return new AccountChange(email, firstName, lastName, on, emailVerified, attributes);
    }

    /** Null takes the attribute away. */
    public AccountChange with(String attribute, @Nullable String value) {
        var changed = new TreeMap<>(attributes);
        if (value == null) {
            changed.remove(attribute);
        } else {
            changed.put(attribute, List.of(value));
        }
        return new AccountChange(email, firstName, lastName, enabled, emailVerified, changed);
    }
}
