package com.promode.aurora.auth.account;

import com.promode.aurora.auth.keycloak.AccountChange;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Refusals;
import com.promode.aurora.auth.user.UserMirror;
import com.promode.aurora.auth.user.UserView;
import com.promode.aurora.starter.audit.Audit;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Tells Keycloak what is different of a user, and writes it beside. */
@Component
class AccountChanges {

    private final KeycloakAdmin keycloak;
    private final UserMirror mirror;
    private final Audit audit;

    AccountChanges(KeycloakAdmin keycloak, UserMirror mirror, Audit audit) {
        this.keycloak = keycloak;
        this.mirror = mirror;
        this.audit = audit;
    }

    /** Who is switched off is signed out, too. A change that changes nothing is not recorded. */
    UserView apply(String action, UserView before, UnaryOperator<AccountChange> alteration) {
        var id = before.id();
        Refusals.translated(() -> {
            var change = alteration.apply(AccountChange.of(keycloak.user(id)));
            keycloak.changeUser(id, change);
            if (Boolean.FALSE.equals(change.enabled())) {
                keycloak.logout(id);
            }
        });
        var after = mirror.current(id);
        if (after.version() != before.version()) {
            audit.record(action, "user", id, before, after);
        }
        return after;
    }
}
