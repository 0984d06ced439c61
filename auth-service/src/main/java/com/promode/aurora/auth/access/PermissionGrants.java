package com.promode.aurora.auth.access;

import static java.util.stream.Collectors.toSet;

import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.KeycloakAdmin.Client;
import com.promode.aurora.auth.keycloak.Role;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which permissions a role of the realm adds up to, and a user. */
@Component
public class PermissionGrants {

    private static final String PERMISSIONS_CLIENT = "aurora-api";
    private static final int ALL = 10_000;

    private final KeycloakAdmin keycloak;

    PermissionGrants(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** The concrete permissions that the next token of the user will hold. */
    public Set<String> heldBy(UUID user) {
        return keycloak.clientRoles(user, client()).stream().map(Role::name).collect(toSet());
    }

    /** Makes these the permissions of the role; says whether they were others. */
    public boolean grant(String role, Set<String> permissions) {
        var present = keycloak.composites(role);
        var held = present.stream().map(Role::name).collect(toSet());
        if (held.equals(permissions)) {
            return false;
        }
        var missing = keycloak.clientRoles(client(), ALL).stream()
                .filter(permission -> permissions.contains(permission.name()) && !held.contains(permission.name()))
                .toList();
        var excess = present.stream()
                .filter(permission -> !permissions.contains(permission.name()))
                .toList();
        // first what is lost: a crash in between must not leave more than either of the two
        if (!excess.isEmpty()) {
            keycloak.removeComposites(role, excess);
        }
        if (!missing.isEmpty()) {
            keycloak.addComposites(role, missing);
        }
        return true;
    }

    private String client() {
        return keycloak.clients(PERMISSIONS_CLIENT).stream()
                .findFirst()
                .map(Client::id)
                .orElseThrow(() -> new IllegalStateException("The realm has no client " + PERMISSIONS_CLIENT));
    }
}
