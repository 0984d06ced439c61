package com.promode.aurora.auth.keycloak;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user who is yet to be made; his e-mail address is his name, too. */
public record NewAccount(
        String email,
        String firstName,
        String lastName,
        boolean enabled,
        Map<String, List<String>> attributes,
        List<String> requiredActions,
        @Nullable List<Password> credentials) {

    /** A password to begin with. */
    public record Password(String type, String value, boolean temporary) {

        @Override
        public String toString() {
            return type; // never the value
        }
    }

    /** With a password, or with the duty to choose one. */
    public static NewAccount of(
            String email,
            String firstName,
            String lastName,
            Map<String, List<String>> attributes,
            @Nullable String password) {
        return new NewAccount(
                email,
                firstName,
                lastName,
                true,
                attributes,
                password == null ? List.of("UPDATE_PASSWORD") : List.of(),
                password == null ? null : List.of(new Password("password", password, false)));
    }
}
