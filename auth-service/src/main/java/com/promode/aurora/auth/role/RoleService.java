package com.promode.aurora.auth.role;

import com.promode.aurora.auth.access.Authority;
import com.promode.aurora.auth.access.ChangeLock;
import com.promode.aurora.auth.access.Wildcards;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.web.BusinessException;
import com.promode.aurora.starter.web.IfMatch;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Custom roles. Keycloak is told last, within the transaction and under the tenant's lock: when it refuses or does not
 * answer nothing is written, and what a crash leaves over there {@link RoleReconciliation} puts right.
 */
@Service
@Transactional
class RoleService {

    private static final int MAX_ROLES = 200;
    private static final String ROLE = "role";

    private final CustomRoleRepository roles;
    private final RoleQueries queries;
    private final TenantRoles keycloak;
    private final Wildcards wildcards;
    private final ChangeLock lock;
    private final Outbox outbox;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoleService(
            CustomRoleRepository roles,
            RoleQueries queries,
            TenantRoles keycloak,
            Wildcards wildcards,
            ChangeLock lock,
            Outbox outbox,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.roles = roles;
        this.queries = queries;
        this.keycloak = keycloak;
        this.wildcards = wildcards;
        this.lock = lock;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    RoleView create(SaveRole command) {
        lock.acquire();
        var permissions = wildcards.expand(command.permissions());
        Authority.requireOver(permissions, "the role " + command.name());
        requireFree(command.name(), null);
        if (roles.count() >= MAX_ROLES) {
            throw BusinessException.conflict("CONFLICT", "There are %s roles already; delete one first", MAX_ROLES);
        }
        var role = new CustomRole(command, permissions, clock.instant());
        role.followedBy(keycloak.add(role));
        roles.saveAndFlush(role);
        outbox.publish(role.changed(clock.instant()));
        audit.created(ROLE, List.of(role.view()), RoleView::id);
        return role.view();
    }

    RoleView change(UUID id, SaveRole command, IfMatch ifMatch) {
        lock.acquire();
        var role = own(id);
        ifMatch.check(role.version());
        var permissions = wildcards.expand(command.permissions());
        Authority.requireOver(role.permissions(), "the role " + role.name());
        Authority.requireOver(permissions, "the role " + command.name());
        requireFree(command.name(), id);
        var before = role.view();
        role.change(command, permissions, clock.instant());
        roles.saveAndFlush(role);
        outbox.publish(role.changed(clock.instant()));
        audit.record("role.update", ROLE, id, before, role.view());
        keycloak.apply(role);
        events.publishEvent(new RoleAltered(before.name(), role.name()));
        return role.view();
    }

    void remove(UUID id, IfMatch ifMatch) {
        lock.acquire();
        var role = own(id);
        ifMatch.check(role.version());
        Authority.requireOver(role.permissions(), "the role " + role.name());
        var holders = queries.holders(role.name());
        if (holders > 0 || keycloak.isHeld(role.name())) {
            throw BusinessException.conflict(
                    "CONFLICT",
                    "The role %s is held by %s users; take it from them first",
                    role.name(),
                    Math.max(holders, 1));
        }
        outbox.publish(role.removed(clock.instant()));
        audit.record("role.delete", ROLE, id, role.view(), null);
        roles.delete(role);
        roles.flush();
        keycloak.remove(role.keycloakId());
    }

    private CustomRole own(UUID id) {
        if (queries.isBuiltIn(id)) {
            throw BusinessException.conflict(
                    "CONFLICT", "A built-in role is the same for all and stays as it is; make a role of your own");
        }
        return roles.findById(id).orElseThrow(() -> BusinessException.notFound(ROLE, id));
    }

    private void requireFree(String name, @Nullable UUID owner) {
        var taken = roles.findByNameIgnoreCase(name)
                .filter(role -> !role.id().equals(owner))
                .isPresent();
        if (taken || queries.isBuiltIn(name)) {
            throw BusinessException.conflict("DUPLICATE", "There is a role %s already", name);
        }
    }
}
