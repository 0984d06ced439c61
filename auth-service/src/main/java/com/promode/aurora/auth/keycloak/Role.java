package com.promode.aurora.auth.keycloak;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role as Keycloak's administration sees it.
 *
 * @param containerId the client of a client role, else the realm
 */
public record Role(
        @Nullable String id,
        String name,
        @Nullable String description,
        boolean clientRole,
        @Nullable String containerId) {

    private static final Set<String> OF_KEYCLOAK = Set.of("offline_access", "uma_authorization");

    /** A role that is yet to be made. */
    public static Role named(String name, String description) {
        return new Role(null, name, description, false, null);
    }

    /** The names without those that Keycloak itself puts into every realm. */
    public static List<String> ours(Collection<String> names) {
        return names.stream().filter(Role::isOurs).sorted().toList();
    }

    public static boolean isOurs(String name) {
        return !OF_KEYCLOAK.contains(name) && !name.startsWith("default-roles-");
    }
}
