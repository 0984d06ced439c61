package com.promode.aurora.auth.user;

import com.promode.aurora.auth.keycloak.Account;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A user of a tenant as Keycloak has him now, with his roles and the concrete permissions that they add up to. */
record Member(Account account, List<String> roles, List<String> permissions) {

    static Member of(Account account, Set<String> roles, Map<String, Set<String>> grants) {
        var held = roles.stream().filter(grants::containsKey).sorted().toList();
        return new Member(
                account,
                held,
                held.stream()
                        .flatMap(role -> Objects.requireNonNull(grants.get(role)).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    UUID id() {
        return account.id();
    }
}
