package com.promode.aurora.keycloak.factor;

import java.time.Duration;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * How long a password is good for whoever needs a second factor. Keycloak's own policy knows one age for all users, so
 * this is the realm's attribute {@code aurora.passwordDays}.
 */
final class PasswordAge {

    private PasswordAge() {}

    /** Asks for a new one when it is too old. */
    static void check(RealmModel realm, UserModel user) {
        var days = realm.getAttribute("aurora.passwordDays", 0);
        if (days == 0) {
            return;
        }
        var oldest = Time.currentTimeMillis() - Duration.ofDays(days).toMillis();
        user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .filter(password -> password.getCreatedDate() == null || password.getCreatedDate() < oldest)
                .findAny()
                .ifPresent(password -> user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD));
    }
}
