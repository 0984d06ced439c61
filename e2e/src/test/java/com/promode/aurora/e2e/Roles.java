package com.promode.aurora.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The built-in roles and what each may do, wildcards expanded. */
final class Roles {

    private Roles() {}

    static Map<String, Set<String>> builtIn(Path root) {
        var access = Client.JSON.readTree(text(root.resolve("auth-service/src/main/resources/access.json")));
        var catalogue = List.copyOf(access.path("permissions").propertyNames());
        var roles = new TreeMap<String, Set<String>>();
        access.path("roles")
                .forEach(role -> roles.put(role.path("name").asString(), granted(role.path("grants"), catalogue)));
        return roles;
    }

    private static Set<String> granted(JsonNode grants, List<String> catalogue) {
        var granted = new TreeSet<String>();
        grants.valueStream()
                .map(JsonNode::asString)
                .filter(grant -> !grant.startsWith("!"))
                .forEach(grant -> catalogue.stream().filter(meant(grant)).forEach(granted::add));
        grants.valueStream()
                .map(JsonNode::asString)
                .filter(grant -> grant.startsWith("!"))
                .forEach(grant -> granted.removeIf(meant(grant.substring(1))));
        return granted;
    }

    private static Predicate<String> meant(String grant) {
        return grant.endsWith("*")
                ? permission -> permission.startsWith(grant.substring(0, grant.length() - 1))
                : grant::equals;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
