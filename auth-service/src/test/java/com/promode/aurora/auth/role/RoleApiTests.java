package com.promode.aurora.auth.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithAdministrators;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.UserEvent.RoleChanged;
import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoleApiTests extends WithAdministrators {

    private Api admin = api;

    @BeforeEach
    void signIn() {
        admin = administrator();
    }

    @Test
    void makesARoleWithWildcardsExpanded() {
        var name = unique("Night shift");
        var answer = create(name, List.of("stock:*", "orders:own")).expect(201);
        var role = answer.ok();
        assertThat(role.path("name").asString()).isEqualTo(name);
        assertThat(texts(role.path("permissions")))
                .containsExactly("orders:own", "stock:approve", "stock:read", "stock:write");
        assertThat(role.path("isActive").asBoolean()).isTrue();
        assertThat(role.path("builtIn").asBoolean()).isFalse();
        assertThat(answer.header("Location")).isEqualTo(ROLES + "/" + answer.id());
        assertThat(admin.get(ROLES + "/" + answer.id()).ok()).isEqualTo(role);
        var told = events.expect(RoleChanged.class, event -> event.roleId().equals(answer.id()));
        assertThat(told.permissions()).contains("stock:approve");
        audited("role.create", answer.id());
        assertThat(texts(create(unique("all"), List.of("inventory:*")).ok().path("permissions")))
                .contains("products:read", "stock:read", "storage:write");
    }

    @Test
    void putsThePlainNameAndThePermissionsIntoTheNextToken() throws Exception {
        var name = unique("picker");
        var role = create(name, List.of("orders:own")).id();
        var user = holder(name, "customer");
        var claims = SignedJWT.parse(text(login(user), "access_token")).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).contains(name, "customer");
        assertThat(claims.getStringListClaim("permissions")).containsExactly("orders:own");

        admin.put(ROLES + "/" + role, Map.of("name", name, "permissions", List.of("stock:read")))
                .expect(200);
        assertThat(texts(login(user).ok().path("user").path("permissions")))
                .containsExactlyInAnyOrder("orders:own", "stock:read");
        events.expect(
                UserChanged.class,
                event -> event.email().equals(user) && event.permissions().contains("stock:read"));
    }

    @Test
    void renamesARoleUnderItsHolders() {
        var name = unique("before");
        var role = create(name, List.of("orders:own"));
        var user = holder(name);
        var renamed = unique("after");
        var command = Map.of("name", renamed, "description", "Better", "permissions", List.of("orders:own"));
        var path = ROLES + "/" + role.id();
        var changed =
                admin.header("If-Match", role.header("ETag")).put(path, command).expect(200);
        assertThat(changed.ok().path("description").asString()).isEqualTo("Better");
        admin.header("If-Match", role.header("ETag")).put(path, command).expect(412, "STALE");
        assertThat(texts(login(user).ok().path("user").path("roles"))).containsExactly(renamed);
        assertThat(texts(admin.get(USERS + "?q=" + user).ok().get(0).path("roles")))
                .containsExactly(renamed);
        assertThat(audited("role.update", role.id()).oldValues()).containsEntry("name", name);
    }

    @Test
    void aRoleThatIsSwitchedOffGrantsNothing() {
        var name = unique("idle");
        var role = create(name, List.of("orders:own")).id();
        var user = holder(name);
        var off = Map.of("name", name, "permissions", List.of("orders:own"), "isActive", false);
        assertThat(texts(admin.put(ROLES + "/" + role, off).ok().path("permissions")))
                .containsExactly("orders:own");
        assertThat(texts(login(user).ok().path("user").path("permissions"))).isEmpty();
        admin.post(USERS, newUser(unique("x") + "@aurora.local", List.of(name))).expect(409, "CONFLICT");
        var on = Map.of("name", name, "permissions", List.of("orders:own"), "isActive", true);
        admin.put(ROLES + "/" + role, on).expect(200);
        assertThat(texts(login(user).ok().path("user").path("permissions"))).containsExactly("orders:own");
    }

    @Test
    void deletesOnlyWhatNobodyHolds() {
        var name = unique("temp");
        var role = create(name, List.of("orders:own")).id();
        var user = KEYCLOAK.id(holder(name));
        admin.delete(ROLES + "/" + role).expect(409, "CONFLICT");
        admin.delete(USERS + "/" + user + "/roles/" + role).expect(204);
        admin.delete(ROLES + "/" + role).expect(204);
        admin.get(ROLES + "/" + role).expect(404, "NOT_FOUND");
        admin.delete(ROLES + "/" + role).expect(404, "NOT_FOUND");
        events.expect(RoleChanged.class, event -> event.roleId().equals(role) && event.deleted());
        audited("role.delete", role);
        create(name, List.of()).expect(201);
    }

    @Test
    void builtInRolesAreListedAndStay() {
        var builtIn = admin.get(ROLES + "?builtIn=true&limit=50").ok();
        assertThat(builtIn.valueStream().map(role -> role.path("name").asString()))
                .contains("super_admin", "customer", "platform_admin");
        var customer = admin.get(ROLES + "?name=customer").ok().get(0);
        assertThat(texts(customer.path("permissions"))).containsExactly("orders:own");
        var path = ROLES + "/" + customer.path("id").asString();
        assertThat(admin.get(path).ok()).isEqualTo(customer);
        admin.put(path, Map.of("name", "customer", "permissions", List.of("stock:read")))
                .expect(409, "CONFLICT");
        admin.delete(path).expect(409, "CONFLICT");
    }

    @Test
    void refusesARoleThatIsNone() {
        var unknown =
                create(unique("bad"), List.of("stock:read", "stock:fly", "*")).expect(400, "VALIDATION_ERROR");
        assertThat(unknown.error().path("details").valueStream().map(detail -> detail.path("field")
                        .asString()))
                .containsExactly("permissions[1]", "permissions[2]");
        create(" ", List.of()).expect(400, "VALIDATION_ERROR");
        create("a/b", List.of()).expect(400, "VALIDATION_ERROR");
        create("x".repeat(51), List.of()).expect(400, "VALIDATION_ERROR");
        admin.post(ROLES, Map.of("name", unique("none"))).expect(400, "VALIDATION_ERROR");
        create("Customer", List.of()).expect(409, "DUPLICATE");
        var name = unique("Twice");
        create(name, List.of()).expect(201);
        create(name.toLowerCase(), List.of()).expect(409, "DUPLICATE");
    }

    @Test
    void nobodyWritesARoleAboveHimself() {
        create(unique("owner"), List.of("tenants:write")).expect(403, "FORBIDDEN");
        var small = unique("small");
        create(small, List.of("roles:*", "orders:own"));
        var strong = create(unique("strong"), List.of("stock:read")).id();
        var weak = create(unique("weak"), List.of("orders:own")).id();
        var clerk = with(login(holder(small)));
        clerk.post(ROLES, Map.of("name", unique("a"), "permissions", List.of("stock:read")))
                .expect(403, "FORBIDDEN");
        clerk.post(ROLES, Map.of("name", unique("b"), "permissions", List.of("orders:own")))
                .expect(201);
        var nothing = Map.of("name", unique("c"), "permissions", List.of());
        clerk.put(ROLES + "/" + strong, nothing).expect(403, "FORBIDDEN");
        clerk.delete(ROLES + "/" + strong).expect(403, "FORBIDDEN");
        clerk.put(ROLES + "/" + weak, Map.of("name", unique("d"), "permissions", List.of("stock:read")))
                .expect(403, "FORBIDDEN");
    }

    @Test
    void tenantsHaveRolesOfTheirOwn() {
        var name = unique("same");
        var role = create(name, List.of("orders:own")).id();
        var other = administrator(TestTokens.OTHER);
        other.get(ROLES + "/" + role).expect(404, "NOT_FOUND");
        other.put(ROLES + "/" + role, Map.of("name", name, "permissions", List.of()))
                .expect(404, "NOT_FOUND");
        other.delete(ROLES + "/" + role).expect(404, "NOT_FOUND");
        other.post(USERS, newUser(unique("x") + "@other.local", List.of(name))).expect(400, "VALIDATION_ERROR");
        other.post(ROLES, Map.of("name", name, "permissions", List.of("stock:read")))
                .expect(201);
        assertThat(texts(login(holder(name)).ok().path("user").path("permissions")))
                .containsExactly("orders:own");
    }

    @Test
    void listsWhatThereIsToPermit() {
        var areas = admin.get("/api/admin/permissions").expect(200).ok();
        var stock = areas.valueStream()
                .filter(area -> area.path("area").asString().equals("stock"))
                .findFirst()
                .orElseThrow();
        assertThat(stock.path("wildcard").asString()).isEqualTo("stock:*");
        var approve = stock.path("permissions").get(0);
        assertThat(approve.path("name").asString()).isEqualTo("stock:read");
        assertThat(approve.path("description").asString()).isNotBlank();
        assertThat(texts(approve.path("wildcards"))).containsExactly("inventory:*", "stock:*");
    }

    @Test
    void asksForThePermission() {
        var customer = signedIn(new NewUser().role("customer"));
        var path = ROLES + "/" + UUID.randomUUID();
        customer.get(ROLES).expect(403, "FORBIDDEN");
        customer.get(path).expect(403, "FORBIDDEN");
        customer.post(ROLES, "{").expect(403, "FORBIDDEN");
        customer.put(path, "{").expect(403, "FORBIDDEN");
        customer.delete(path).expect(403, "FORBIDDEN");
        customer.get("/api/admin/permissions").expect(403, "FORBIDDEN");
        admin.get(path).expect(404, "NOT_FOUND");
    }

    private Answer create(String name, List<String> permissions) {
        return admin.post(ROLES, Map.of("name", name, "permissions", permissions));
    }

    /** Makes a user who holds these roles and says his address. */
    private String holder(String... roles) {
        var email = unique("holder") + "@aurora.local";
        admin.post(USERS, newUser(email, List.of(roles))).expect(201);
        return email;
    }

    private AuditRecorded audited(String action, UUID id) {
        return events.expect(
                AuditRecorded.class, event -> event.action().equals(action) && id.equals(event.resourceId()));
    }
}
