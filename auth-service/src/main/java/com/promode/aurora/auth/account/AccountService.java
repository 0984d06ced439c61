package com.promode.aurora.auth.account;

import com.promode.aurora.auth.access.Authority;
import com.promode.aurora.auth.access.ChangeLock;
import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.AccountChange;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Refusals;
import com.promode.aurora.auth.role.RoleHolders;
import com.promode.aurora.auth.role.RoleView;
import com.promode.aurora.auth.user.UserQueries;
import com.promode.aurora.auth.user.UserReconciliation;
import com.promode.aurora.auth.user.UserStatus;
import com.promode.aurora.auth.user.UserView;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.IfMatch;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Commands on users. Keycloak is told within the transaction and under the tenant's lock, so that what is checked still
 * holds, and what is written is what Keycloak has; a crash in between is put right by the reconciliation.
 */
@Service
@Transactional
public class AccountService {

    private static final String USER = "user";
    private static final String STATUS = "status";

    private final KeycloakAdmin keycloak;
    private final NewUsers newUsers;
    private final RoleHolders roles;
    private final UserReconciliation mirror;
    private final UserQueries users;
    private final Guard guard;
    private final ChangeLock lock;
    private final Audit audit;

    AccountService(
            KeycloakAdmin keycloak,
            NewUsers newUsers,
            RoleHolders roles,
            UserReconciliation mirror,
            UserQueries users,
            Guard guard,
            ChangeLock lock,
            Audit audit) {
        this.keycloak = keycloak;
        this.newUsers = newUsers;
        this.roles = roles;
        this.mirror = mirror;
        this.users = users;
        this.guard = guard;
        this.lock = lock;
        this.audit = audit;
    }

    /**
     * Makes a user.
     *
     * @param request the same for the same request sent again
     */
    UserView create(CreateUser command, UUID request) {
        lock.acquire();
        var given = roles.toGive(command.roles() == null ? List.of() : command.roles());
        given.forEach(role -> Authority.requireOver(role.permissions(), "the role " + role.name()));
        return create(command, given, request);
    }

    /** Makes the administrator of a tenant that has none, so that nobody there could. */
    public UserView createFirst(CreateUser command, UUID request) {
        lock.acquire();
        if (!users.active(Guard.ADMINISTRATOR).isEmpty()) {
            throw BusinessException.conflict("DUPLICATE", "The tenant has an administrator already");
        }
        return create(command, roles.toGive(List.of(Guard.ADMINISTRATOR)), request);
    }

    UserView change(UUID id, ChangeUser command, IfMatch ifMatch) {
        lock.acquire();
        var before = mirror.current(id);
        guard.requireOver(before);
        guard.requirePerson(before);
        ifMatch.check(before.version());
        return apply("user.update", before, change -> rewritten(change, command));
    }

    UserView changeOwn(ChangeProfile command, IfMatch ifMatch) {
        var id = Caller.current().id();
        if (users.find(id).isEmpty()) {
            mirror.one(id); // brand new
        }
        return change(id, command.asChange(), ifMatch);
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
            return apply("user.status", before, change -> change.enabled(true).with(STATUS, null));
        }
        guard.requireOther(before);
        guard.requireAnotherAdministrator(before);
        return apply("user.status", before, change -> change.enabled(false).with(STATUS, status.toString()));
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
            apply("user.delete", before, change -> change.enabled(false).with(STATUS, UserStatus.INACTIVE.toString()));
        }
    }

    private UserView create(CreateUser command, List<RoleView> given, UUID request) {
        if (command.password() != null) {
            PasswordRules.check(command.password());
        }
        var id = newUsers.add(command, request);
        roles.give(id, given);
        mirror.one(id);
        var user = users.get(id);
        audit.created(USER, List.of(user), UserView::id);
        if (command.password() == null) {
            newUsers.invite(id);
        }
        return user;
    }

    private UserView apply(String action, UserView before, UnaryOperator<AccountChange> alteration) {
        var account = account(before.id());
        var change = alteration.apply(AccountChange.of(account));
        Refusals.translated(() -> keycloak.changeUser(account.id(), change));
        if (Boolean.FALSE.equals(change.enabled())) {
            Refusals.translated(() -> keycloak.logOut(account.id()));
        }
        mirror.one(account.id());
        var after = users.get(account.id());
        if (after.version() != before.version()) {
            audit.record(action, USER, account.id(), before, after);
        }
        return after;
    }

    /** The trail says that it was done, not whom it was done to. */
    private void anonymise(UserView before) {
        guard.requirePerson(before);
        var account = account(before.id());
        Refusals.translated(() -> {
            keycloak.changeUser(
                    account.id(), Anonymous.of(account).enabled(false).with(STATUS, UserStatus.INACTIVE.toString()));
            keycloak.storedCredentials(account.id())
                    .forEach(credential -> keycloak.removeCredential(account.id(), credential.id()));
            roles.toTake(before.roles()).forEach(role -> roles.take(account.id(), role));
            keycloak.logOut(account.id());
        });
        mirror.one(account.id());
        audit.record("user.anonymise", USER, account.id(), null, null);
    }

    private static AccountChange rewritten(AccountChange change, ChangeUser command) {
        var renamed = change.named(
                        command.firstName().strip(), command.lastName().strip())
                .with("phone", command.phone())
                .with("avatar_url", command.avatarUrl());
        return command.email() == null ? renamed : renamed.reachedAt(NewUsers.address(command.email()));
    }

    private Account account(UUID id) {
        return Refusals.translated(() -> keycloak.user(id));
    }
}
