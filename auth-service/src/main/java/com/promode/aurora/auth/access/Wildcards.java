package com.promode.aurora.auth.access;

import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.BusinessException.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * The short names of many permissions: {@code stock:*} for an area, and a few that span areas as people think of them. Only
 * what callers write is expanded; what is kept and what a token holds is always concrete.
 */
@Component
public class Wildcards {

    private static final Map<String, List<String>> SPANS = Map.of(
            "inventory:*", List.of("products:", "stock:", "storage:"),
            "quality:*", List.of("quality:", "temperature:"),
            "logistics:*", List.of("routes:", "fleet:", "deliveries:", "orders:", "analytics:logistics"));

    private final SequencedMap<String, Set<String>> expansions = new TreeMap<>();
    private final Set<String> permissions;

    Wildcards(AccessCatalogue catalogue) {
        permissions = catalogue.permissions().keySet();
        permissions.forEach(permission -> expansions
                .computeIfAbsent(area(permission) + ":*", ignored -> new TreeSet<>())
                .add(permission));
        SPANS.forEach((name, parts) -> expansions.put(name, startingWith(parts)));
    }

    /** The concrete permissions; 400 that names each entry which is neither a permission nor a wildcard. */
    public Set<String> expand(List<String> names) {
        var expanded = new TreeSet<String>();
        var unknown = new ArrayList<Detail>();
        for (var position = 0; position < names.size(); position++) {
            var name = names.get(position);
            if (permissions.contains(name)) {
                expanded.add(name);
            } else if (expansions.containsKey(name)) {
                expanded.addAll(expansions.getOrDefault(name, Set.of()));
            } else {
                unknown.add(
                        new Detail("permissions[%d]".formatted(position), "'%s' is not a permission".formatted(name)));
            }
        }
        if (!unknown.isEmpty()) {
            throw BusinessException.invalid(unknown);
        }
        return expanded;
    }

    /** The wildcards that stand for a permission, among others. */
    public List<String> of(String permission) {
        return expansions.entrySet().stream()
                .filter(entry -> entry.getValue().contains(permission))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The part of a permission before the colon. */
    public static String area(String permission) {
        return permission.substring(0, permission.indexOf(':'));
    }

    private Set<String> startingWith(List<String> parts) {
        var matching = new TreeSet<String>();
        permissions.stream()
                .filter(permission -> parts.stream().anyMatch(permission::startsWith))
                .forEach(matching::add);
        return matching;
    }
}
