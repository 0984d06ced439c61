package com.promode.aurora.auth.role;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.promode.aurora.auth.access.ChangeLock;
import com.promode.aurora.auth.keycloak.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings Keycloak's custom roles of the current tenant in step with ours, whatever happened in between: a crash between the
 * two, or somebody at the console.
 */
@Component
@Transactional
public class RoleReconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(RoleReconciliation.class);

    private final CustomRoleRepository roles;
    private final TenantRoles keycloak;
    private final ChangeLock lock;

    RoleReconciliation(CustomRoleRepository roles, TenantRoles keycloak, ChangeLock lock) {
        this.roles = roles;
        this.keycloak = keycloak;
        this.lock = lock;
    }

    public void run() {
        lock.acquire();
        var ours = roles.findAll();
        var theirs = keycloak.all().stream().collect(toMap(Role::id, identity()));
        ours.forEach(role -> bring(role, theirs));
        removeStrangers(ours, theirs);
    }

    private void bring(CustomRole role, Map<String, Role> theirs) {
        var present = theirs.get(role.keycloakId().toString());
        if (present == null) {
            role.followedBy(keycloak.add(role));
            LOG.warn("Role {} was missing in Keycloak and is back, without its holders", role.name());
        } else if (keycloak.apply(role, present)) {
            LOG.warn("Role {} was different in Keycloak", role.name());
        }
    }

    private void removeStrangers(List<CustomRole> ours, Map<String, Role> theirs) {
        var known =
                ours.stream().map(CustomRole::keycloakId).map(UUID::toString).toList();
        theirs.values().stream().filter(role -> !known.contains(role.id())).forEach(role -> {
            keycloak.remove(UUID.fromString(String.valueOf(role.id())));
            LOG.warn("Role {} of Keycloak is nobody's and was removed", role.name());
        });
    }
}
