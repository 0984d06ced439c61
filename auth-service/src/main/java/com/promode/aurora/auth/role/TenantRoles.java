package com.promode.aurora.auth.role;

import com.promode.aurora.auth.access.PermissionGrants;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Refusals;
import com.promode.aurora.auth.keycloak.Role;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** The custom roles of the current tenant in Keycloak. */
@Component
class TenantRoles {

    private static final int ALL = 10_000;

    private final KeycloakAdmin keycloak;
    private final PermissionGrants grants;
    private final TenantClient client;

    TenantRoles(KeycloakAdmin keycloak, PermissionGrants grants, TenantClient client) {
        this.keycloak = keycloak;
        this.grants = grants;
        this.client = client;
    }

    List<Role> all() {
        return client.find().map(id -> keycloak.clientRoles(id, ALL)).orElse(List.of());
    }

    /** Adds it, or takes over the one of that name which a crash has left behind; gives Keycloak's id. */
    UUID add(CustomRole role) {
        var holder = client.present();
        if (find(holder, role.name()).isEmpty()) {
            Refusals.translated(() -> keycloak.addClientRole(holder, Role.named(role.name(), role.description())));
        }
        var id = Objects.requireNonNull(find(holder, role.name()).getFirst().id());
        grants.grant(id, role.inForce());
        return UUID.fromString(id);
    }

    /** Brings the name, the description and the permissions up to date. */
    void apply(CustomRole role) {
        var id = role.keycloakId().toString();
        Refusals.translated(() -> {
            rename(id, role);
            grants.grant(id, role.inForce());
        });
    }

    /** The same where it differs from what there is; says whether it did. */
    boolean apply(CustomRole role, Role present) {
        var other = !present.name().equals(role.name())
                || !Objects.requireNonNullElse(present.description(), "").equals(role.description());
        if (other) {
            rename(role.keycloakId().toString(), role);
        }
        return grants.grant(role.keycloakId().toString(), role.inForce()) || other;
    }

    private void rename(String id, CustomRole role) {
        keycloak.changeRole(id, new Role(id, role.name(), role.description(), true, null));
    }

    void remove(UUID id) {
        try {
            keycloak.removeRole(id.toString());
        } catch (HttpClientErrorException.NotFound e) {
            // it is gone already: what the caller wants
        }
    }

    boolean isHeld(String name) {
        try {
            return client.find()
                    .filter(id -> !keycloak.clientRoleMembers(id, name, 0, 1).isEmpty())
                    .isPresent();
        } catch (HttpClientErrorException.NotFound e) {
            return false;
        }
    }

    private List<Role> find(String holder, String name) {
        return keycloak.clientRoles(holder, ALL).stream()
                .filter(role -> role.name().equals(name))
                .toList();
    }
}
