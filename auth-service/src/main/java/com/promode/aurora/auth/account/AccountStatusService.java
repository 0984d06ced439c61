package com.promode.aurora.auth.account;

import com.promode.aurora.auth.access.ChangeLock;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Refusals;
import com.promode.aurora.auth.role.RoleHolders;
import com.promode.aurora.auth.user.UserMirror;
import com.promode.aurora.auth.user.UserStatus;
import com.promode.aurora.auth.user.UserView;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.web.IfMatch;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches users off and on, and removes them; the sessions and tokens of who is switched off end at once. */
@Service
@Transactional
class AccountStatusService {

    private static final String USER = "user";
    private static final String STATUS = "status";

    private final KeycloakAdmin keycloak;
    private final AccountChanges changes;
    private final RoleHolders roles;
    private final UserMirror mirror;
    private final Guard guard;
    private final ChangeLock lock;
    private final Audit audit;

    AccountStatusService(
            KeycloakAdmin keycloak,
            AccountChanges changes,
            RoleHolders roles,
            UserMirror mirror,
            Guard guard,
            ChangeLock lock,
            Audit audit) {
        this.keycloak = keycloak;
        this.changes = changes;
        this.roles = roles;
        this.mirror = mirror;
        this.guard = guard;
        this.lock = lock;
        this.audit = audit;
    }

    UserView changeStatus(UUID id, UserStatus status, IfMatch ifMatch) {
        lock.acquire();
        var before = mirror.current(id);
        guard.requireOver(before);
        guard.requirePerson(before);
        ifMatch.check(before.version());
        if (before.status().equals(status.toString())) {
            return before;
        }
        if (status == UserStatus.ACTIVE) {
            return changes.apply(
                    "user.status", before, change -> change.enabled(true).with(STATUS, null));
        }
        guard.requireOther(before);
        guard.requireAnotherAdministrator(before);
        return changes.apply(
                "user.status", before, change -> change.enabled(false).with(STATUS, status.toString()));
    }

    /** Switches the user off; with his personal data gone it is for good. */
    void remove(UUID id, boolean anonymise, IfMatch ifMatch) {
        lock.acquire();
        var before = mirror.current(id);
        guard.requireOver(before);
        guard.requireOther(before);
        ifMatch.check(before.version());
        guard.requireAnotherAdministrator(before);
        if (anonymise) {
            anonymise(before);
        } else if (!before.status().equals(UserStatus.INACTIVE.toString())) {
            changes.apply("user.delete", before, change -> change.enabled(false)
                    .with(STATUS, UserStatus.INACTIVE.toString()));
        }
    }

    /** The trail says that it was done, not whom it was done to. */
    private void anonymise(UserView before) {
        guard.requirePerson(before);
        var id = before.id();
        Refusals.translated(() -> {
            keycloak.changeUser(
                    id, Anonymous.of(keycloak.user(id)).enabled(false).with(STATUS, UserStatus.INACTIVE.toString()));
            keycloak.storedCredentials(id).forEach(credential -> keycloak.removeCredential(id, credential.id()));
            roles.toTake(before.roles()).forEach(role -> roles.take(id, role));
            keycloak.logout(id);
        });
        mirror.one(id);
        audit.record("user.anonymise", USER, id, null, null);
    }
}
