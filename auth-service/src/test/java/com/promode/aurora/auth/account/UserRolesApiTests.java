package com.promode.aurora.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.WithAdministrators;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserRolesApiTests extends WithAdministrators {

    private Api admin = api;

    @BeforeEach
    void signIn() {
        admin = administrator();
    }

    @Test
    void givesAndTakesRoles() {
        var email = unique("role") + "@aurora.local";
        var id = admin.post(USERS, newUser(email, List.of("customer"))).id();
        var roles = USERS + "/" + id + "/roles";
        var given = admin.post(roles, Map.of("roles", List.of("sensor", "customer")))
                .expect(200);
        assertThat(texts(given.ok().path("roles"))).containsExactly("customer", "sensor");
        assertThat(texts(login(email).ok().path("user").path("permissions")))
                .containsExactly("orders:own", "temperature:write");
        events.expect(
                UserChanged.class,
                event -> event.userId().equals(id) && event.permissions().contains("temperature:write"));
        audited("user.roles.give", id);

        admin.delete(roles + "/" + roleId("customer")).expect(204);
        assertThat(texts(login(email).ok().path("user").path("roles"))).containsExactly("sensor");
        admin.delete(roles + "/" + roleId("customer")).expect(404, "NOT_FOUND");
        audited("user.roles.take", id);
    }

    @Test
    void refusesRolesThatAreNone() {
        var path = USERS + "/"
                + admin.post(USERS, newUser(unique("no") + "@aurora.local", List.of()))
                        .id() + "/roles";
        admin.post(path, Map.of("roles", List.of())).expect(400, "VALIDATION_ERROR");
        admin.post(path, Map.of("roles", List.of("emperor"))).expect(400, "VALIDATION_ERROR");
        admin.post(path, Map.of("roles", "customer")).expect(400);
        admin.delete(path + "/" + UUID.randomUUID()).expect(404, "NOT_FOUND");
    }

    @Test
    void nobodyGivesMoreThanHeHolds() {
        var role = unique("clerk");
        admin.post(ROLES, Map.of("name", role, "permissions", List.of("users:*", "orders:own")))
                .expect(201);
        var user = unique("clerk") + "@aurora.local";
        admin.post(USERS, newUser(user, List.of(role))).expect(201);
        var clerk = with(login(user));

        clerk.post(USERS, newUser(unique("a") + "@aurora.local", List.of("customer")))
                .expect(201);
        clerk.post(USERS, newUser(unique("b") + "@aurora.local", List.of("super_admin")))
                .expect(403, "FORBIDDEN");
        var own = USERS + "/" + idOf(clerk) + "/roles";
        clerk.post(own, Map.of("roles", List.of("warehouse_manager"))).expect(403, "FORBIDDEN");
        clerk.post(own, Map.of("roles", List.of("customer"))).expect(200);
        admin.post(USERS, newUser(unique("c") + "@aurora.local", List.of("platform_admin")))
                .expect(403, "FORBIDDEN");
    }

    @Test
    void takesTheSuperAdminFromOneOfTwo() {
        var first = known("super_admin", TestTokens.PROMODE, admin);
        admin.delete(USERS + "/" + first + "/roles/" + roleId("super_admin")).expect(204);
        assertThat(admin.get(USERS + "/" + first).ok().path("roles").size()).isZero();
    }

    private UUID roleId(String name) {
        return UUID.fromString(
                admin.get(ROLES + "?name=" + name).ok().get(0).path("id").asString());
    }

    private void audited(String action, UUID id) {
        events.expect(AuditRecorded.class, event -> event.action().equals(action) && id.equals(event.resourceId()));
    }
}
