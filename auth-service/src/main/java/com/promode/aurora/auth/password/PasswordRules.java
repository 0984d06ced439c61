package com.promode.aurora.auth.password;

import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.KeycloakAdmin.NewPassword;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.BusinessException.Detail;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Holds every new password against the rules of the realm, whoever chose it. */
@Component
public class PasswordRules {

    private static final String FIELD = "password";
    private static final String TOLD_BY_KEYCLOAK = "Invalid password: ";

    private final KeycloakAdmin keycloak;

    PasswordRules(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Checks what can be seen of a password alone.
     *
     * @throws BusinessException 400 with a detail of field {@code password} for each violated rule
     */
    public void check(String password) {
        var violations = PasswordPolicy.of(keycloak.realm().passwordPolicy()).violations(password);
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations.stream()
                    .map(violation -> new Detail(FIELD, violation))
                    .toList());
        }
    }

    /**
     * Gives a user a password that has passed {@link #check}.
     *
     * @param temporary whether he has to change it when he signs in next
     * @throws BusinessException 400 when it is one of his last
     */
    public void set(UUID user, String password, boolean temporary) {
        try {
            keycloak.setPassword(user, new NewPassword(FIELD, password, temporary));
        } catch (HttpClientErrorException.BadRequest e) {
            throw BusinessException.invalid(FIELD, "%s", told(e));
        }
    }

    private static String told(HttpClientErrorException refusal) {
        return Optional.ofNullable(refusal.getResponseBodyAs(Refusal.class))
                .map(Refusal::error_description)
                .filter(text -> text.startsWith(TOLD_BY_KEYCLOAK))
                .map(text -> text.substring(TOLD_BY_KEYCLOAK.length()).replaceAll("\\.$", ""))
                .orElse("is not accepted");
    }

    private record Refusal(@Nullable String error, @Nullable String error_description) {}
}
