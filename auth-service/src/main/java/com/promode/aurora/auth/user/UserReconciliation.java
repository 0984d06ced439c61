package com.promode.aurora.auth.user;

import static java.util.stream.Collectors.groupingBy;

import com.promode.aurora.auth.access.RealmAccess;
import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.role.RoleHolders;
import com.promode.aurora.auth.role.RoleReconciliation;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Brings {@code users} in step with Keycloak, whatever happened in between: an import, the console, a crash between the
 * two. Reads Keycloak by pages; a user of a tenant that is not known is left out.
 */
@Component
class UserReconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(UserReconciliation.class);

    private static final int PAGE = 200;

    /** Clocks of replicas differ a little. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final KeycloakAdmin keycloak;
    private final RealmAccess access;
    private final RoleReconciliation roles;
    private final RoleHolders holders;
    private final UserService users;
    private final UserQueries queries;
    private final Tenants tenants;
    private final Clock clock;

    UserReconciliation(
            KeycloakAdmin keycloak,
            RealmAccess access,
            RoleReconciliation roles,
            RoleHolders holders,
            UserService users,
            UserQueries queries,
            Tenants tenants,
            Clock clock) {
        this.keycloak = keycloak;
        this.access = access;
        this.roles = roles;
        this.holders = holders;
        this.users = users;
        this.queries = queries;
        this.tenants = tenants;
        this.clock = clock;
    }

    void all() {
        var asOf = clock.instant().minus(MARGIN);
        var known = Set.copyOf(tenants.all());
        known.forEach(tenant -> tenants.run(tenant, () -> bringRoles(tenant)));
        var grants = access.grants();
        var held = membership(grants.keySet());
        var own = new HashMap<UUID, OwnRoles>();
        known.forEach(
                tenant -> tenants.run(tenant, () -> own.put(tenant, new OwnRoles(holders.grants(), holders.all()))));
        var seen = new HashMap<UUID, UUID>();
        pages(keycloak::users, page -> {
            var byTenant = page.stream()
                    .filter(account -> account.tenant().filter(known::contains).isPresent())
                    .collect(groupingBy(account -> account.tenant().orElseThrow()));
            byTenant.forEach((tenant, accounts) -> {
                var ofTenant = Objects.requireNonNull(own.get(tenant));
                var members = accounts.stream()
                        .map(account -> ofTenant.member(account, held.getOrDefault(account.id(), Set.of()), grants))
                        .toList();
                tenants.run(tenant, () -> users.take(members, asOf));
                accounts.forEach(account -> seen.put(account.id(), tenant));
            });
        });
        known.forEach(tenant -> tenants.run(tenant, () -> removeUnseen(tenant, seen)));
    }

    /** The trouble of one tenant must not keep the users of all others from being compared. */
    private void bringRoles(UUID tenant) {
        try {
            roles.run();
        } catch (RuntimeException e) {
            LOG.warn("The custom roles of tenant {} can't be brought into Keycloak", tenant, e);
        }
    }

    /** The custom roles of a tenant: what each adds up to, and who holds which. */
    private record OwnRoles(Map<String, Set<String>> grants, Map<UUID, Set<String>> holders) {

        Member member(Account account, Set<String> builtIn, Map<String, Set<String>> realm) {
            var all = new HashMap<>(realm);
            all.putAll(grants);
            var held = new HashSet<>(builtIn);
            held.addAll(holders.getOrDefault(account.id(), Set.of()));
            return Member.of(account, held, all);
        }
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
