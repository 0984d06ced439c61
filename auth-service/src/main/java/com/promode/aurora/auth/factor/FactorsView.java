package com.promode.aurora.auth.factor;

import com.promode.aurora.auth.keycloak.KeycloakFactors.State;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of a user.
 *
 * @param enabled whether he has one to sign in with
 * @param required whether a role of his demands one
 * @param phone where text messages go to, but for the last digits hidden
 * @param backupCodesLeft how many
 */
record FactorsView(
        boolean enabled,
        boolean required,
        boolean totp,
        boolean sms,
        @Nullable String phone,
        int backupCodesLeft) {

    private static final String ALL_BUT_THE_LAST = "[0-9](?=[0-9]{2})";

    static FactorsView of(State state) {
        var phone = state.phone();
        return new FactorsView(
                state.totp() || phone != null,
                state.required(),
                state.totp(),
                phone != null,
                phone == null ? null : phone.replaceAll(ALL_BUT_THE_LAST, "*"),
                state.backupCodes());
    }
}
