package com.promode.aurora.auth.account;

import com.promode.aurora.auth.access.Authority;
import com.promode.aurora.auth.access.ChangeLock;
import com.promode.aurora.auth.role.RoleHolders;
import com.promode.aurora.auth.user.UserMirror;
import com.promode.aurora.auth.user.UserQueries;
import com.promode.aurora.auth.user.UserView;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.web.BusinessException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes roles; to have one already, or none any more, is what the caller wants. */
@Service
@Transactional
class AccountRolesService {

    private final RoleHolders roles;
    private final UserMirror mirror;
    private final UserQueries users;
    private final Guard guard;
    private final ChangeLock lock;
    private final Audit audit;

    AccountRolesService(
            RoleHolders roles, UserMirror mirror, UserQueries users, Guard guard, ChangeLock lock, Audit audit) {
        this.roles = roles;
        this.mirror = mirror;
        this.users = users;
        this.guard = guard;
        this.lock = lock;
        this.audit = audit;
    }

    UserView give(UUID id, GiveRoles command) {
        lock.acquire();
        var before = mirror.current(id);
        guard.requireOver(before);
        guard.requirePerson(before);
        var given = roles.toGive(command.roles());
        given.forEach(role -> Authority.requireOver(role.permissions(), "the role " + role.name()));
        roles.give(id, given);
        return told("user.roles.give", before);
    }

    UserView take(UUID id, UUID roleId) {
        lock.acquire();
        var before = mirror.current(id);
        guard.requireOver(before);
        var role = roles.get(roleId);
        if (!before.roles().contains(role.name())) {
            throw BusinessException.notFound("role of this user", roleId);
        }
        if (role.name().equals(Guard.ADMINISTRATOR)) {
            guard.requireAnotherAdministrator(before);
        }
        roles.take(id, role);
        return told("user.roles.take", before);
    }

    private UserView told(String action, UserView before) {
        mirror.one(before.id());
        var after = users.get(before.id());
        if (after.version() != before.version()) {
            audit.record(action, "user", before.id(), rolesOf(before), rolesOf(after));
        }
        return after;
    }

    private static Held rolesOf(UserView user) {
        return new Held(user.roles());
    }

    private record Held(List<String> roles) {}
}
