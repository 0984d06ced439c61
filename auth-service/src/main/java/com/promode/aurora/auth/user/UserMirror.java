package com.promode.aurora.auth.user;

import com.promode.aurora.auth.access.PermissionGrants;
import com.promode.aurora.auth.access.RealmAccess;
import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Role;
import com.promode.aurora.auth.role.RoleAltered;
import com.promode.aurora.auth.role.RoleHolders;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Brings single users in step with Keycloak at once, where the next round of the reconciliation would be too late. */
@Component
public class UserMirror {

    private final KeycloakAdmin keycloak;
    private final RealmAccess access;
    private final PermissionGrants permissions;
    private final RoleHolders holders;
    private final UserService users;
    private final UserQueries queries;
    private final Tenants tenants;

    UserMirror(
            KeycloakAdmin keycloak,
            RealmAccess access,
            PermissionGrants permissions,
            RoleHolders holders,
            UserService users,
            UserQueries queries,
            Tenants tenants) {
        this.keycloak = keycloak;
        this.access = access;
        this.permissions = permissions;
        this.holders = holders;
        this.users = users;
        this.queries = queries;
        this.tenants = tenants;
    }

    /** One user at once: a command has changed him, or he has a token although the next round has not come to him yet. */
    public void one(UUID id) {
        var account = account(id);
        if (account.tenant().filter(tenants.current()::equals).isEmpty()) {
            throw BusinessException.notFound("user", id);
        }
        var roles = keycloak.realmRoles(id).stream()
                .map(Role::name)
                .filter(Role::isOurs)
                .collect(Collectors.toCollection(TreeSet::new));
        roles.addAll(holders.ownOf(id));
        var member = new Member(
                account,
                List.copyOf(roles),
                permissions.heldBy(id).stream().sorted().toList());
        users.take(List.of(member), Instant.MAX);
    }

    /** A user of the tenant as Keycloak has him now, for a command whose rules must not rest on what was a minute ago. */
    public UserView current(UUID id) {
        queries.get(id);
        one(id);
        return queries.get(id);
    }

    private Account account(UUID id) {
        try {
            return keycloak.user(id);
        } catch (HttpClientErrorException.NotFound e) {
            throw BusinessException.notFound("user", id);
        }
    }

    /** Brings the holders of an altered role in step at once. */
    @EventListener
    void on(RoleAltered role) {
        var grants = access.grants();
        grants.putAll(holders.grants());
        users.regrant(role, grants);
    }
}
