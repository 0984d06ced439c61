package com.promode.aurora.auth.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithAdministrators;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.TestTokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserApiTests extends WithAdministrators {

    private Api admin = api;

    @BeforeEach
    void signIn() {
        admin = administrator();
    }

    @Test
    void createsAUserWhoCanSignInAtOnce() {
        var email = unique("meera") + "@aurora.local";
        var answer = admin.post(USERS, newUser(email.toUpperCase(), List.of("inventory_staff")))
                .expect(201);
        var user = answer.ok();
        assertThat(user.path("email").asString()).isEqualTo(email);
        assertThat(user.path("firstName").asString()).isEqualTo("Meera");
        assertThat(user.path("phone").asString()).isEqualTo("+91 98450 12345");
        assertThat(user.path("status").asString()).isEqualTo("active");
        assertThat(texts(user.path("roles"))).containsExactly("inventory_staff");
        assertThat(answer.header("Location")).isEqualTo(USERS + "/" + answer.id());
        assertThat(answer.header("ETag")).isNotEmpty();
        assertThat(admin.get(USERS + "/" + answer.id()).ok()).isEqualTo(user);
        assertThat(texts(login(email).ok().path("user").path("permissions"))).contains("stock:write");

        var changed = events.expect(UserChanged.class, event -> event.userId().equals(answer.id()));
        assertThat(changed.permissions()).contains("stock:write");
        var audit = audited("user.create", answer.id());
        assertThat(audit.userId()).isEqualTo(idOf(admin));
        assertThat(String.valueOf(audit.newValues())).contains(email).doesNotContain(PASSWORD);
    }

    @Test
    void refusesAUserThatIsNone() {
        admin.post(USERS, Map.of("email", "nobody", "firstName", "", "lastName", "=cmd()", "phone", "call me"))
                .expect(400, "VALIDATION_ERROR");
        var email = unique("x") + "@aurora.local";
        var roles = admin.post(USERS, newUser(email, List.of("customer", "emperor")))
                .expect(400, "VALIDATION_ERROR");
        assertThat(roles.error().path("details").get(0).path("field").asString())
                .isEqualTo("roles[1]");
        admin.post(USERS, "[]").expect(400);
        admin.post(USERS, Map.of("email", email, "firstName", "A", "lastName", "B", "tenantId", "x"))
                .expect(400, "MALFORMED_REQUEST");
    }

    @Test
    void namesEachPasswordRuleThatIsBroken() {
        var command = new HashMap<>(newUser(unique("weak") + "@aurora.local", List.of()));
        command.put("password", "short");
        var details = admin.post(USERS, command)
                .expect(400, "VALIDATION_ERROR")
                .error()
                .path("details");
        assertThat(details.size()).isEqualTo(4);
        assertThat(details.valueStream())
                .allSatisfy(
                        detail -> assertThat(detail.path("field").asString()).isEqualTo("password"));
    }

    @Test
    void refusesAnAddressThatIsTaken() {
        var email = unique("twice") + "@aurora.local";
        admin.post(USERS, newUser(email, List.of())).expect(201);
        admin.post(USERS, newUser(email, List.of())).expect(409, "DUPLICATE");
        admin.post(USERS, newUser("warehouse@other.local", List.of())).expect(409, "DUPLICATE");
    }

    @Test
    void makesOneUserPerIdempotencyKey() {
        var once = admin.header("Idempotency-Key", unique("key"));
        var command = newUser(unique("once") + "@aurora.local", List.of("customer"));
        var first = once.post(USERS, command).expect(201);
        assertThat(once.post(USERS, command).expect(201).id()).isEqualTo(first.id());
    }

    @Test
    void findsItsOwnWorkWhenItIsSentAgainAfterACrash() {
        var email = unique("crash") + "@aurora.local";
        var key = unique("key");
        var request = UUID.nameUUIDFromBytes((idOf(admin) + " " + key).getBytes(UTF_8));
        KEYCLOAK.call(
                "POST",
                "/users",
                Map.of(
                        "email",
                        email,
                        "enabled",
                        true,
                        "firstName",
                        "Meera",
                        "lastName",
                        "Nair",
                        "attributes",
                        Map.of(
                                "tenant_id", List.of(TestTokens.PROMODE.toString()),
                                "created_by_request", List.of(request.toString()))));
        var command = newUser(email, List.of("customer"));
        admin.post(USERS, command).expect(409, "DUPLICATE");
        var answer = admin.header("Idempotency-Key", key).post(USERS, command).expect(201);
        assertThat(answer.id().toString()).isEqualTo(KEYCLOAK.id(email));
        assertThat(texts(answer.ok().path("roles"))).containsExactly("customer");
    }

    @Test
    void changesNothingWhileKeycloakIsSilent() {
        var email = unique("silent") + "@aurora.local";
        var path = USERS + "/" + admin.post(USERS, newUser(email, List.of())).id();
        KEYCLOAK.link().freeze();
        try {
            admin.put(path + "/status", Map.of("status", "inactive")).expect(503, "UNAVAILABLE");
            admin.get(path).expect(200);
            admin.get(ROLES).expect(200);
        } finally {
            KEYCLOAK.link().thaw();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> login(email).status() == 200);
        assertThat(admin.get(path).ok().path("status").asString()).isEqualTo("active");
        assertThat(events.all(
                        AuditRecorded.class,
                        event -> event.action().equals("user.status")
                                && path.endsWith(String.valueOf(event.resourceId()))))
                .isEmpty();
    }

    @Test
    void listsSearchesAndFilters() {
        var word = unique("zed");
        var first = admin.post(USERS, newUser(word + "a@aurora.local", List.of("customer")))
                .id();
        var second = admin.post(USERS, newUser(word + "b@aurora.local", List.of("sensor")))
                .id();
        admin.put(USERS + "/" + second + "/status", Map.of("status", "suspended"))
                .expect(200);

        assertThat(ids(USERS + "?sort=-email&q=" + word)).containsExactly(second, first);
        assertThat(ids(USERS + "?role=customer&q=" + word)).containsExactly(first);
        assertThat(ids(USERS + "?status=suspended&q=" + word)).containsExactly(second);
        assertThat(ids(USERS + "?role=emperor&q=" + word)).isEmpty();
        var page = admin.get(USERS + "?limit=1&page=2&sort=email&q=" + word).expect(200);
        assertThat(page.meta().path("total").asInt()).isEqualTo(2);
        assertThat(page.ok().get(0).path("id").asString()).isEqualTo(second.toString());
        admin.get(USERS + "?status=asleep").expect(400, "VALIDATION_ERROR");
        admin.get(USERS + "?role%5Bgte%5D=a").expect(400, "VALIDATION_ERROR");
        admin.get(USERS + "?sort=role").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void changesAUserUnlessSomebodyElseHas() {
        var created = admin.post(USERS, newUser(unique("ann") + "@aurora.local", List.of()));
        var path = USERS + "/" + created.id();
        var command = Map.of("firstName", "Anna", "lastName", "Rao", "avatarUrl", "https://a.example/p.png");
        var changed = admin.header("If-Match", created.header("ETag"))
                .put(path, command)
                .expect(200);
        assertThat(changed.ok().path("firstName").asString()).isEqualTo("Anna");
        assertThat(changed.ok().path("phone").isNull()).isTrue();
        assertThat(changed.ok().path("avatarUrl").asString()).isEqualTo("https://a.example/p.png");
        admin.header("If-Match", created.header("ETag")).put(path, command).expect(412, "STALE");
        admin.put(path, Map.of("firstName", "A", "lastName", "B", "avatarUrl", "javascript:alert(1)"))
                .expect(400, "VALIDATION_ERROR");

        events.expect(
                UserChanged.class,
                event ->
                        event.userId().equals(created.id()) && event.firstName().equals("Anna"));
        assertThat(audited("user.update", created.id()).oldValues()).containsEntry("firstName", "Meera");
    }

    @Test
    void movesAUserToAnotherAddress() {
        var old = unique("old") + "@aurora.local";
        var created = admin.post(USERS, newUser(old, List.of("customer")));
        var address = unique("new") + "@aurora.local";
        var command = Map.of("email", address.toUpperCase(), "firstName", "A", "lastName", "B");
        var changed = admin.put(USERS + "/" + created.id(), command).expect(200).ok();
        assertThat(changed.path("email").asString()).isEqualTo(address);
        login(address).expect(200);
        login(old).expect(401, "UNAUTHENTICATED");
        var other = admin.post(USERS, newUser(old, List.of())).expect(201);
        admin.put(USERS + "/" + other.id(), command).expect(409, "DUPLICATE");
    }

    @Test
    void switchesAUserOffAndOnAgain() {
        var email = unique("off") + "@aurora.local";
        var id = admin.post(USERS, newUser(email, List.of("customer"))).id();
        var session = login(email);
        var off = admin.put(USERS + "/" + id + "/status", Map.of("status", "suspended"))
                .expect(200);
        assertThat(off.ok().path("status").asString()).isEqualTo("suspended");
        login(email).expect(401, "UNAUTHENTICATED");
        refresh(text(session, "refresh_token")).expect(401, "UNAUTHENTICATED");
        assertThat(KEYCLOAK.sessions(id.toString())).isEqualTo("[]");
        var blocked = events.expect(UserBlocked.class, event -> event.userId().equals(id));
        assertThat(blocked.tokensUntil()).isEqualTo(blocked.recordedAt());
        audited("user.status", id);

        admin.put(USERS + "/" + id + "/status", Map.of("status", "active")).expect(200);
        login(email).expect(200);
        admin.put(USERS + "/" + id + "/status", Map.of("status", "asleep")).expect(400, "VALIDATION_ERROR");
        admin.put(USERS + "/" + id + "/status", Map.of()).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void deletesSoftly() {
        var email = unique("gone") + "@aurora.local";
        var id = admin.post(USERS, newUser(email, List.of("customer"))).id();
        admin.delete(USERS + "/" + id).expect(204);
        admin.delete(USERS + "/" + id).expect(204);
        var left = admin.get(USERS + "/" + id).ok();
        assertThat(left.path("status").asString()).isEqualTo("inactive");
        assertThat(left.path("email").asString()).isEqualTo(email);
        login(email).expect(401, "UNAUTHENTICATED");
        events.expect(UserBlocked.class, event -> event.userId().equals(id));
        audited("user.delete", id);
    }

    @Test
    void leavesNothingPersonalOfAnAnonymisedUser() {
        var email = unique("forget") + "@aurora.local";
        var id = admin.post(USERS, newUser(email, List.of("customer"))).id();
        admin.delete(USERS + "/" + id + "?anonymise=true").expect(204);
        var left = admin.get(USERS + "/" + id).ok();
        assertThat(left.toString()).doesNotContain("forget", "Meera", "Nair", "98450");
        assertThat(left.path("roles").size()).isZero();
        assertThat(KEYCLOAK.call("GET", "/users/" + id, null).toString()).doesNotContain("forget", "Meera", "98450");
        assertThat(KEYCLOAK.call("GET", "/users/" + id + "/credentials", null).size())
                .isZero();
        login(email).expect(401, "UNAUTHENTICATED");
        assertThat(audited("user.anonymise", id).oldValues()).isNull();
        admin.put(USERS + "/" + id + "/status", Map.of("status", "active")).expect(409, "CONFLICT");
        admin.post(USERS, newUser(email, List.of())).expect(201);
    }

    @Test
    void nobodySwitchesHimselfOff() {
        var self = USERS + "/" + idOf(admin);
        admin.put(self + "/status", Map.of("status", "inactive")).expect(409, "CONFLICT");
        admin.delete(self).expect(409, "CONFLICT");
        admin.delete(self + "?anonymise=true").expect(409, "CONFLICT");
        admin.get(self).expect(200);
    }

    @Test
    void nobodyTouchesAUserAboveHim() {
        var platform = USERS + "/" + known("platform_admin", TestTokens.PROMODE, admin);
        var command = Map.of("email", "mine@aurora.local", "firstName", "A", "lastName", "B");
        admin.put(platform, command).expect(403, "FORBIDDEN");
        admin.put(platform + "/status", Map.of("status", "inactive")).expect(403, "FORBIDDEN");
        admin.delete(platform).expect(403, "FORBIDDEN");
        admin.post(platform + "/roles", Map.of("roles", List.of("customer"))).expect(403, "FORBIDDEN");
    }

    @Test
    void tenantsNeverSeeEachOther() {
        var foreign = USERS + "/" + known("customer", TestTokens.OTHER, administrator(TestTokens.OTHER));
        var names = Map.of("firstName", "A", "lastName", "B");
        admin.get(foreign).expect(404, "NOT_FOUND");
        admin.put(foreign, names).expect(404, "NOT_FOUND");
        admin.put(foreign + "/status", Map.of("status", "inactive")).expect(404, "NOT_FOUND");
        admin.delete(foreign).expect(404, "NOT_FOUND");
        admin.post(foreign + "/roles", Map.of("roles", List.of("customer"))).expect(404, "NOT_FOUND");
        admin.delete(foreign + "/roles/" + UUID.randomUUID()).expect(404, "NOT_FOUND");
        admin.get(USERS + "/" + UUID.randomUUID()).expect(404, "NOT_FOUND");
    }

    @Test
    void asksForThePermission() {
        var customer = signedIn(new NewUser().role("customer"));
        var path = USERS + "/" + idOf(customer);
        customer.get(USERS).expect(403, "FORBIDDEN");
        customer.get(path).expect(403, "FORBIDDEN");
        customer.post(USERS, "{").expect(403, "FORBIDDEN");
        customer.put(path, "{").expect(403, "FORBIDDEN");
        customer.delete(path).expect(403, "FORBIDDEN");
        customer.put(path + "/status", "{").expect(403, "FORBIDDEN");
        customer.post(path + "/roles", "{").expect(403, "FORBIDDEN");
        customer.delete(path + "/roles/" + UUID.randomUUID()).expect(403, "FORBIDDEN");
        api.get(USERS).expect(401, "UNAUTHENTICATED");
    }

    private AuditRecorded audited(String action, UUID id) {
        return events.expect(
                AuditRecorded.class, event -> event.action().equals(action) && id.equals(event.resourceId()));
    }

    private List<UUID> ids(String path) {
        return admin.get(path)
                .ok()
                .valueStream()
                .map(user -> UUID.fromString(user.path("id").asString()))
                .toList();
    }
}
