package com.promode.aurora.auth.keycloak;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Second factors of users, which keycloak-extension enrols and keeps. */
public interface KeycloakFactors {

    /**
     * What a user has.
     *
     * @param required by one of his roles
     * @param phone where text messages go to, null when none do
     * @param backupCodes how many are left
     */
    record State(boolean required, boolean totp, @Nullable String phone, int backupCodes) {}

    /** @param qrCode PNG in base64 */
    record TotpOffer(String secret, String uri, String qrCode) {}

    record Phone(String phone) {}

    /** No code in logs. */
    record Code(String code) {

        @Override
        public String toString() {
            return "Code[]";
        }
    }

    record Codes(List<String> codes) {}

    @GetExchange("/{user}")
    State state(@PathVariable UUID user);

    @PostExchange("/{user}/totp")
    TotpOffer offerTotp(@PathVariable UUID user);

    @PostExchange("/{user}/totp/confirm")
    void confirmTotp(@PathVariable UUID user, @RequestBody Code code);

    @PostExchange("/{user}/sms")
    void offerPhone(@PathVariable UUID user, @RequestBody Phone phone);

    @PostExchange("/{user}/sms/confirm")
    void confirmPhone(@PathVariable UUID user, @RequestBody Code code);

    @PostExchange("/{user}/backup-codes")
    Codes renewBackupCodes(@PathVariable UUID user);

    /** With a code of one of them; whoever must have one is signed out everywhere. */
    @PostExchange("/{user}/removal")
    void remove(@PathVariable UUID user, @RequestBody Code code);
}
