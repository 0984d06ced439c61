package com.promode.aurora.auth.account;

import com.promode.aurora.auth.access.Authority;
import com.promode.aurora.auth.access.ChangeLock;
import com.promode.aurora.auth.keycloak.AccountChange;
import com.promode.aurora.auth.role.RoleHolders;
import com.promode.aurora.auth.role.RoleView;
import com.promode.aurora.auth.user.UserMirror;
import com.promode.aurora.auth.user.UserQueries;
import com.promode.aurora.auth.user.UserView;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.IfMatch;
import java.util.List;
import java.util.UUID;
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
    private final AccountChanges changes;
    private final NewUsers newUsers;
    private final RoleHolders roles;
    private final UserMirror mirror;
    private final UserQueries users;
    private final Guard guard;
    private final ChangeLock lock;
    private final Audit audit;

    AccountService(
            AccountChanges changes,
            NewUsers newUsers,
            RoleHolders roles,
            UserMirror mirror,
            UserQueries users,
            Guard guard,
            ChangeLock lock,
            Audit audit) {
        this.changes = changes;
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
        return changes.apply("user.update", before, change -> rewritten(change, command));
    }

    UserView changeOwn(ChangeProfile command, IfMatch ifMatch) {
        var id = Caller.current().id();
        if (users.find(id).isEmpty()) {
            mirror.one(id); // brand new
        }
        return change(id, command.asChange(), ifMatch);
    }

    private UserView create(CreateUser command, List<RoleView> given, UUID request) {
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

    private static AccountChange rewritten(AccountChange change, ChangeUser command) {
        var renamed = change.named(
                        command.firstName().strip(), command.lastName().strip())
                .with("phone", command.phone())
                .with("avatar_url", command.avatarUrl());
        return command.email() == null ? renamed : renamed.reachedAt(NewUsers.address(command.email()));
    }
}
