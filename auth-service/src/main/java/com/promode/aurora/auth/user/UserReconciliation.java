package com.promode.aurora.auth.user;

import static java.util.stream.Collectors.groupingBy;

import com.promode.aurora.auth.access.RealmAccess;
import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Role;
import com.promode.aurora.starter.tenant.Tenants;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Brings {@code users} in step with Keycloak, whatever happened in between: an import, the console, a crash between the
 * two. Reads Keycloak by pages; a user of a tenant that is not known is left out.
 */
@Component
class UserReconciliation {

    private static final int PAGE = 200;

    private final KeycloakAdmin keycloak;
    private final RealmAccess access;
    private final UserService users;
    private final UserQueries queries;
    private final Tenants tenants;

    UserReconciliation(
            KeycloakAdmin keycloak, RealmAccess access, UserService users, UserQueries queries, Tenants tenants) {
        this.keycloak = keycloak;
        this.access = access;
        this.users = users;
        this.queries = queries;
        this.tenants = tenants;
    }

    void all() {
        var known = Set.copyOf(tenants.all());
        var grants = access.grants();
        var roles = membership(grants.keySet());
        var seen = new HashMap<UUID, UUID>();
        pages(keycloak::users, page -> {
            var byTenant = page.stream()
                    .filter(account -> account.tenant().filter(known::contains).isPresent())
                    .collect(groupingBy(account -> account.tenant().orElseThrow()));
            byTenant.forEach((tenant, accounts) -> {
                var members = accounts.stream()
                        .map(account -> Member.of(account, roles.getOrDefault(account.id(), Set.of()), grants))
                        .toList();
                tenants.run(tenant, () -> users.take(members));
                accounts.forEach(account -> seen.put(account.id(), tenant));
            });
        });
        known.forEach(tenant -> tenants.run(tenant, () -> removeUnseen(tenant, seen)));
    }

    /** One user at once, who has a token already although the next round has not come to him yet. */
    void one(UUID id) {
        var account = keycloak.user(id);
        var roles = keycloak.realmRoles(id).stream().map(Role::name).collect(Collectors.toSet());
        users.take(List.of(Member.of(account, roles, access.grants())));
    }

    private void removeUnseen(UUID tenant, Map<UUID, UUID> seen) {
        var gone = queries.ids().stream()
                .filter(id -> !tenant.equals(seen.get(id)))
                .filter(id -> !stillIn(tenant, id))
                .toList();
        if (!gone.isEmpty()) {
            users.remove(gone);
        }
    }

    /** A page shifts when somebody is removed while we read: only Keycloak's word on the one user counts. */
    private boolean stillIn(UUID tenant, UUID id) {
        try {
            return keycloak.user(id).tenant().filter(tenant::equals).isPresent();
        } catch (HttpClientErrorException.NotFound e) {
            return false;
        }
    }

    private Map<UUID, Set<String>> membership(Set<String> roles) {
        var membership = new HashMap<UUID, Set<String>>();
        for (var role : roles) {
            pages(
                    (first, max) -> keycloak.members(role, first, max),
                    page -> page.forEach(account -> membership
                            .computeIfAbsent(account.id(), ignored -> new HashSet<>())
                            .add(role)));
        }
        return membership;
    }

    private static void pages(BiFunction<Integer, Integer, List<Account>> read, Consumer<List<Account>> use) {
        var first = 0;
        List<Account> page;
        do {
            page = read.apply(first, PAGE);
            use.accept(page);
            first += PAGE;
        } while (page.size() == PAGE);
    }
}
