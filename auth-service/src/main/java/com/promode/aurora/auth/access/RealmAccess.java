package com.promode.aurora.auth.access;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.promode.aurora.auth.access.AccessCatalogue.BuiltInRole;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Permissions and roles in the realm: brings them there, and reads what they add up to. */
@Component
public class RealmAccess {

    private static final Logger LOG = LoggerFactory.getLogger(RealmAccess.class);

    private static final String PERMISSIONS_CLIENT = "aurora-api";
    private static final String AUTH_CLIENT = "aurora-auth";
    private static final String SECOND_FACTOR = "second_factor";
    private static final int ALL = 10_000;

    private final KeycloakAdmin keycloak;
    private final AccessCatalogue catalogue = AccessCatalogue.load();

    RealmAccess(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Brings the permissions and the built-in roles into the realm; what is there already is left alone. */
    public void apply() {
        var permissions = applyPermissions(clientId(PERMISSIONS_CLIENT));
        var secondFactor = secondFactor();
        var roles = byName(keycloak.realmRoles(ALL));
        for (var builtIn : catalogue.roles()) {
            if (!roles.containsKey(builtIn.name())) {
                keycloak.addRealmRole(Role.named(builtIn.name(), builtIn.description()));
            }
        }
        roles = byName(keycloak.realmRoles(ALL));
        for (var builtIn : catalogue.roles()) {
            var wanted = new HashSet<Role>();
            catalogue.permissionsOf(builtIn).forEach(name -> wanted.add(present(permissions, name)));
            if (builtIn.secondFactor()) {
                wanted.add(secondFactor);
            }
            applyRole(builtIn, id(present(roles, builtIn.name())), wanted);
        }
    }

    /** The roles of the realm that are ours, each with the concrete permissions that it adds up to. */
    public Map<String, Set<String>> grants() {
        var permissions = clientId(PERMISSIONS_CLIENT);
        var grants = new HashMap<String, Set<String>>();
        for (var role : keycloak.realmRoles(ALL)) {
            if (Role.isOurs(role.name())) {
                var held = new HashSet<String>();
                collect(id(role), permissions, held, new HashSet<>());
                grants.put(role.name(), held);
            }
        }
        return grants;
    }

    private void collect(String role, String permissions, Set<String> held, Set<String> visited) {
        if (!visited.add(role)) {
            return;
        }
        for (var part : keycloak.composites(role)) {
            if (permissions.equals(part.containerId())) {
                held.add(part.name());
            } else if (!part.clientRole()) {
                collect(id(part), permissions, held, visited);
            }
        }
    }

    private Map<String, Role> applyPermissions(String client) {
        var present = byName(keycloak.clientRoles(client, ALL));
        catalogue.permissions().forEach((name, description) -> {
            if (!present.containsKey(name)) {
                keycloak.addClientRole(client, Role.named(name, description));
            }
        });
        present.values().stream()
                .filter(role -> !catalogue.permissions().containsKey(role.name()))
                .forEach(role -> keycloak.removeRole(id(role)));
        return byName(keycloak.clientRoles(client, ALL));
    }

    private void applyRole(BuiltInRole builtIn, String id, Set<Role> wanted) {
        var present = keycloak.composites(id);
        var missing = difference(wanted, present);
        var excess = difference(present, wanted);
        if (!missing.isEmpty()) {
            keycloak.addComposites(id, missing);
        }
        if (!excess.isEmpty()) {
            keycloak.removeComposites(id, excess);
        }
        if (!missing.isEmpty() || !excess.isEmpty()) {
            LOG.info("Role {}: {} permissions added, {} removed", builtIn.name(), missing.size(), excess.size());
        }
    }

    private Role secondFactor() {
        return present(byName(keycloak.clientRoles(clientId(AUTH_CLIENT), ALL)), SECOND_FACTOR);
    }

    private String clientId(String name) {
        return keycloak.clients(name).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The realm has no client " + name))
                .id();
    }

    private static List<Role> difference(Collection<Role> from, Collection<Role> without) {
        var ids = without.stream().map(Role::id).toList();
        return from.stream().filter(role -> !ids.contains(role.id())).toList();
    }

    private static Map<String, Role> byName(List<Role> roles) {
        return roles.stream().collect(toMap(Role::name, identity()));
    }

    private static Role present(Map<String, Role> roles, String name) {
        return Objects.requireNonNull(roles.get(name), () -> "The realm has no role " + name);
    }

    private static String id(Role role) {
        return Objects.requireNonNull(role.id());
    }
}
