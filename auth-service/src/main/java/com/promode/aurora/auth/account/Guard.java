package com.promode.aurora.auth.account;

import com.promode.aurora.auth.access.Authority;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Role;
import com.promode.aurora.auth.user.UserQueries;
import com.promode.aurora.auth.user.UserView;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Whom a caller may not touch, and what must not happen to a tenant. */
@Component
class Guard {

    static final String ADMINISTRATOR = "super_admin";

    private final UserQueries users;
    private final KeycloakAdmin keycloak;

    Guard(UserQueries users, KeycloakAdmin keycloak) {
        this.users = users;
        this.keycloak = keycloak;
    }

    /** Who could change the address or the roles of somebody above him could take his place. */
    void requireOver(UserView user) {
        if (!Caller.current().id().equals(user.id())) {
            Authority.requireOver(users.permissions(user.id()), "the user " + user.email());
        }
    }

    void requireOther(UserView user) {
        if (Caller.current().id().equals(user.id())) {
            throw BusinessException.conflict("CONFLICT", "Nobody can switch off or remove himself; ask another");
        }
    }

    void requirePerson(UserView user) {
        if (Anonymous.is(user)) {
            throw BusinessException.conflict("CONFLICT", "The user was removed for good; make a new one");
        }
    }

    /** Within the tenant's lock: two requests at once can't each rely on the administrator that the other takes away. */
    void requireAnotherAdministrator(UserView user) {
        if (user.roles().contains(ADMINISTRATOR)
                && users.active(ADMINISTRATOR).stream()
                        .filter(id -> !id.equals(user.id()))
                        .noneMatch(this::administers)) {
            throw BusinessException.conflict(
                    "CONFLICT", "%s is the last active super_admin; make another one first", user.email());
        }
    }

    /** The console may have changed him since we looked. */
    private boolean administers(UUID id) {
        try {
            return keycloak.user(id).enabled()
                    && keycloak.realmRoles(id).stream().map(Role::name).anyMatch(ADMINISTRATOR::equals);
        } catch (HttpClientErrorException.NotFound e) {
            return false;
        }
    }
}
