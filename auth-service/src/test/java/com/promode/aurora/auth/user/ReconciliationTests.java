package com.promode.aurora.auth.user;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.contracts.auth.TenantEvent.TenantChanged;
import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReconciliationTests extends WithKeycloak {

    @Autowired
    private ReconciliationLock lock;

    @Autowired
    private UserQueries users;

    @Autowired
    private Tenants tenants;

    @Test
    void tellsOfTheUsersAndTenantsThatItFinds() {
        var manager = events.expect(UserChanged.class, user -> user.email().equals("warehouse@other.local"));
        assertThat(manager.roles()).containsExactly("warehouse_manager");
        assertThat(manager.permissions()).contains("stock:read", "orders:write").doesNotContain("users:read");
        assertThat(manager.status()).isEqualTo("active");
        assertThat(manager.deleted()).isFalse();
        assertThat(events.header(manager, "ce_tenantid")).isEqualTo(TestTokens.OTHER.toString());
        var tenant = events.expect(TenantChanged.class, event -> event.code().equals("promode"));
        assertThat(tenant.tenantId()).isEqualTo(TestTokens.PROMODE);
        assertThat(tenant.timeZone()).isEqualTo("Asia/Kolkata");
    }

    @Test
    void followsAUserFromCreationToDeletion() {
        var email = KEYCLOAK.create(new NewUser());
        var created = events.expect(UserChanged.class, user -> user.email().equals(email));
        assertThat(created.roles()).isEmpty();
        assertThat(created.permissions()).isEmpty();

        KEYCLOAK.grant(email, "inventory_staff");
        var granted = events.expect(
                UserChanged.class, user -> is(user, email) && !user.roles().isEmpty());
        assertThat(granted.permissions()).contains("stock:write").doesNotContain("stock:approve");
        assertThat(granted.version()).isGreaterThan(created.version());

        KEYCLOAK.change(email, "firstName", "Ravi");
        events.expect(
                UserChanged.class, user -> is(user, email) && user.firstName().equals("Ravi"));

        KEYCLOAK.change(email, "enabled", false);
        var off = events.expect(
                UserChanged.class, user -> is(user, email) && user.status().equals("inactive"));

        KEYCLOAK.delete(email);
        var gone = events.expect(UserChanged.class, user -> is(user, email) && user.deleted());
        assertThat(gone.version()).isGreaterThan(off.version());
        tenants.run(
                TestTokens.PROMODE, () -> assertThat(users.find(gone.userId())).isEmpty());
    }

    @Test
    void tellsOnlyWhatHasChanged() {
        var first = KEYCLOAK.create(new NewUser());
        events.expect(UserChanged.class, user -> is(user, first));
        var second = KEYCLOAK.create(new NewUser());
        events.expect(UserChanged.class, user -> is(user, second));
        assertThat(events.all(UserChanged.class, user -> is(user, first))).hasSize(1);
    }

    @Test
    void followsAUserIntoAnotherTenant() {
        var email = KEYCLOAK.create(new NewUser());
        events.expect(UserChanged.class, user -> is(user, email));
        KEYCLOAK.change(email, "attributes", Map.of("tenant_id", List.of(TestTokens.OTHER.toString())));
        var left = events.expect(UserChanged.class, user -> is(user, email) && user.deleted());
        assertThat(events.header(left, "ce_tenantid")).isEqualTo(TestTokens.PROMODE.toString());
        var arrived = events.expect(
                UserChanged.class,
                user -> is(user, email) && TestTokens.OTHER.toString().equals(events.header(user, "ce_tenantid")));
        assertThat(arrived.deleted()).isFalse();
    }

    @Test
    void answersMe() {
        var login = login("warehouse@aurora.local");
        var answer = with(login).get("/api/auth/me").expect(200);
        var me = answer.ok();
        assertThat(me.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "firstName",
                        "lastName",
                        "phone",
                        "avatarUrl",
                        "status",
                        "roles",
                        "emailVerified",
                        "lastLogin",
                        "createdAt");
        assertThat(me.path("id").asString()).isEqualTo("0192f000-0000-7000-8000-000000000103");
        assertThat(me.path("firstName").asString()).isEqualTo("Vikram");
        assertThat(me.path("status").asString()).isEqualTo("active");
        assertThat(me.path("lastLogin").asString()).endsWith("Z");
        assertThat(answer.header("ETag")).isNotEmpty();
        api.get("/api/auth/me").expect(401, "UNAUTHENTICATED");
    }

    @Test
    void answersMeToAUserWhoIsBrandNew() {
        var email = KEYCLOAK.create(new NewUser().role("customer"));
        var login = login(email);
        var id = UUID.fromString(login.ok().path("user").path("id").asString());
        assertThat(with(login).get("/api/auth/me").ok().path("id").asString()).isEqualTo(id.toString());
    }

    @Test
    void letsOneReplicaReconcileAtATime() {
        var done = new AtomicBoolean();
        await().atMost(10, SECONDS).until(() -> {
            lock.ifFree(() -> {
                var second = new AtomicBoolean();
                lock.ifFree(() -> second.set(true));
                assertThat(second).isFalse();
                done.set(true);
            });
            return done.get();
        });
    }

    private static boolean is(UserChanged user, String email) {
        return user.email().equals(email);
    }
}
