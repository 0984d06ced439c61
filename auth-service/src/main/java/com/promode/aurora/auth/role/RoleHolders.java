package com.promode.aurora.auth.role;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.Refusals;
import com.promode.aurora.auth.keycloak.Role;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.BusinessException.Detail;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Who holds which role of the current tenant: gives and takes them in Keycloak. */
@Component
public class RoleHolders {

    private static final int PAGE = 200;
    private static final int ALL = 10_000;

    private final KeycloakAdmin keycloak;
    private final TenantClient client;
    private final RoleQueries queries;
    private final CustomRoleRepository roles;

    RoleHolders(KeycloakAdmin keycloak, TenantClient client, RoleQueries queries, CustomRoleRepository roles) {
        this.keycloak = keycloak;
        this.client = client;
        this.queries = queries;
        this.roles = roles;
    }

    /** The roles of these names, to be given; 400 that names each one which there is not, 409 for one that is off. */
    public List<RoleView> toGive(List<String> names) {
        var found = names.isEmpty() ? List.<RoleView>of() : queries.named(names);
        var known = found.stream().map(RoleView::name).collect(toSet());
        var unknown = IntStream.range(0, names.size())
                .filter(position -> !known.contains(names.get(position)))
                .mapToObj(position -> new Detail(
                        "roles[%d]".formatted(position), "'%s' is not a role".formatted(names.get(position))))
                .toList();
        if (!unknown.isEmpty()) {
            throw BusinessException.invalid(unknown);
        }
        found.stream().filter(role -> !role.isActive()).findFirst().ifPresent(role -> {
            throw BusinessException.conflict("CONFLICT", "The role %s is not active; activate it first", role.name());
        });
        return found;
    }

    /** The roles of these names that there are still, to be taken. */
    public List<RoleView> toTake(List<String> names) {
        return names.isEmpty() ? List.of() : queries.named(names);
    }

    public RoleView get(UUID role) {
        return queries.get(role);
    }

    public void give(UUID user, List<RoleView> given) {
        Refusals.translated(() -> {
            var builtIn =
                    given.stream().filter(RoleView::builtIn).map(this::builtIn).toList();
            if (!builtIn.isEmpty()) {
                keycloak.giveRealmRoles(user, builtIn);
            }
            var own = given.stream()
                    .filter(role -> !role.builtIn())
                    .map(this::own)
                    .toList();
            if (!own.isEmpty()) {
                keycloak.giveClientRoles(user, client.present(), own);
            }
        });
    }

    public void take(UUID user, RoleView taken) {
        Refusals.translated(() -> {
            if (taken.builtIn()) {
                keycloak.takeRealmRoles(user, List.of(builtIn(taken)));
            } else {
                keycloak.takeClientRoles(user, client.present(), List.of(own(taken)));
            }
        });
    }

    /** Names of the custom roles that the user holds. */
    public Set<String> ownOf(UUID user) {
        return client.find()
                .map(id ->
                        keycloak.clientRoles(user, id).stream().map(Role::name).collect(toSet()))
                .orElse(Set.of());
    }

    /** What each custom role of the tenant adds up to. */
    public Map<String, Set<String>> grants() {
        return roles.findAll().stream().collect(toMap(CustomRole::name, CustomRole::inForce));
    }

    /** The custom roles of each user who holds any, as Keycloak has them. */
    public Map<UUID, Set<String>> all() {
        var holders = new HashMap<UUID, Set<String>>();
        var known = grants().keySet();
        client.find().ifPresent(id -> keycloak.clientRoles(id, ALL).stream()
                .map(Role::name)
                .filter(known::contains)
                .forEach(role -> addHolders(holders, id, role)));
        return holders;
    }

    private void addHolders(Map<UUID, Set<String>> holders, String client, String role) {
        var first = 0;
        List<Account> page;
        do {
            page = keycloak.clientRoleMembers(client, role, first, PAGE);
            page.forEach(holder -> holders.computeIfAbsent(holder.id(), ignored -> new HashSet<>())
                    .add(role));
            first += PAGE;
        } while (page.size() == PAGE);
    }

    private Role builtIn(RoleView role) {
        return keycloak.realmRole(role.name());
    }

    private Role own(RoleView role) {
        var id = roles.findById(role.id()).orElseThrow().keycloakId();
        return new Role(id.toString(), role.name(), role.description(), true, null);
    }
}
