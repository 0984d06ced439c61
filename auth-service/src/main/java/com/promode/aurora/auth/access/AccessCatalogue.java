package com.promode.aurora.auth.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every permission with what it allows, and the built-in roles: the one list, in {@code access.json}.
 */
public record AccessCatalogue(Map<String, String> permissions, List<BuiltInRole> roles) {

    /**
     * A role that is the same for all tenants.
     *
     * @param secondFactor whether its holders sign in with a second factor only
     * @param grants permissions, groups such as {@code stock:*}, {@code *} for all; {@code !} takes away again
     */
    public record BuiltInRole(String name, String description, boolean secondFactor, List<String> grants) {}

    static AccessCatalogue load() {
        try (var json = new ClassPathResource("access.json").getInputStream()) {
            return JsonMapper.builder().build().readValue(json, AccessCatalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The concrete permissions of a role. */
    public Set<String> permissionsOf(BuiltInRole role) {
        var held = new TreeSet<String>();
        for (var grant : role.grants()) {
            if (grant.startsWith("!")) {
                held.removeAll(matching(grant.substring(1)));
            } else {
                held.addAll(matching(grant));
            }
        }
        return held;
    }

    private Set<String> matching(String pattern) {
        var matching = new TreeSet<String>();
        for (var permission : permissions.keySet()) {
            if (pattern.endsWith("*")
                    ? permission.startsWith(pattern.substring(0, pattern.length() - 1))
                    : permission.equals(pattern)) {
                matching.add(permission);
            }
        }
        if (matching.isEmpty()) {
            throw new IllegalStateException("access.json: nothing matches " + pattern);
        }
        return matching;
    }
}
