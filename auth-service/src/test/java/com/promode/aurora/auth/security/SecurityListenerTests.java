package com.promode.aurora.auth.security;

import static com.promode.aurora.auth.security.TestSecurity.address;
import static com.promode.aurora.auth.security.TestSecurity.denied;
import static com.promode.aurora.auth.security.TestSecurity.failed;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.TestOwner;
import com.promode.aurora.contracts.auth.SecurityEvent.AccountLocked;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginFailed;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginSucceeded;
import com.promode.aurora.contracts.auth.SecurityEvent.PasswordChanged;
import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import({TestSecurity.class, TestOwner.class})
class SecurityListenerTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final UUID tenant = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final String address = address();

    @Autowired
    private TestSecurity security;

    @Autowired
    private TestOwner owner;

    @Autowired
    private Events events;

    @Autowired
    private SecurityRules rules;

    @Autowired
    private Suspicions suspicions;

    @Autowired
    private Tenants tenants;

    @Test
    void aRefusedSignInIsLow() {
        security.sendAll(tenant, List.of(failed(user, address, NOW)));
        var event = security.raised(tenant, "").getFirst();
        assertThat(event.path("eventType").asString()).isEqualTo("failed_login");
        assertThat(event.path("severity").asString()).isEqualTo("low");
        assertThat(event.path("status").asString()).isEqualTo("open");
        assertThat(event.path("userId").asString()).isEqualTo(user.toString());
        assertThat(event.path("ipAddress").asString()).isEqualTo(address);
        assertThat(event.path("userAgent").asString()).isEqualTo("curl/8");
        assertThat(event.path("createdAt").asString()).isEqualTo(NOW.toString());
        var told = events.expect(SecurityEventRaised.class, raised -> raised.securityEventId()
                .toString()
                .equals(event.path("id").asString()));
        assertThat(told.securityEventType()).isEqualTo("failed_login");
        assertThat(told.severity()).isEqualTo("low");
        assertThat(told.userId()).isEqualTo(user);
        assertThat(events.header(told, "ce_tenantid")).isEqualTo(tenant.toString());
    }

    @Test
    void anEventThatComesTwiceIsOne() {
        var event = failed(user, address, NOW);
        security.send(tenant, event);
        security.sendAll(tenant, List.of(event, failed(user, address, NOW)));
        assertThat(security.raised(tenant, "")).hasSize(2);
    }

    @Test
    void aRightPasswordWithoutItsCodeIsNoFailure() {
        var almost = new LoginFailed(Ids.next(), NOW, user, "a", "otp_required", address, null);
        security.sendAll(tenant, List.of(almost));
        assertThat(security.raised(tenant, "")).isEmpty();
    }

    @Test
    void anAddressThatIsNoneDoesNotMatter() {
        security.sendAll(tenant, List.of(failed(null, "unknown", NOW)));
        assertThat(security.raised(tenant, "").getFirst().path("ipAddress").isNull())
                .isTrue();
    }

    @Test
    void nineFailuresAreNoAttackAndTenAre() {
        security.sendAll(tenant, guesses(9));
        assertThat(security.suspicions(tenant)).isEmpty();
        security.sendAll(tenant, List.of(failed(user, address, NOW.plusSeconds(10))));
        assertThat(security.suspicions(tenant))
                .containsExactly("high: 10 failed sign-ins from %s within 5 minutes".formatted(address));
    }

    @Test
    void tenFailuresOverALongerTimeAreNoAttack() {
        security.sendAll(
                tenant,
                IntStream.range(0, 12)
                        .mapToObj(number -> failed(user, address, NOW.plusSeconds(number * 34L)))
                        .toList());
        assertThat(security.suspicions(tenant)).isEmpty();
    }

    @Test
    void anAttackIsToldOncePerWindowAndAgainWhenItGoesOn() {
        security.sendAll(tenant, guesses(25));
        assertThat(security.suspicions(tenant)).hasSize(1);
        security.sendAll(
                tenant,
                IntStream.range(0, 10)
                        .mapToObj(number -> failed(user, address, NOW.plusSeconds(400 + number)))
                        .toList());
        assertThat(security.suspicions(tenant)).hasSize(2);
    }

    @Test
    void failuresThatComeInNoOrderAreCounted() {
        var mixed = new ArrayList<>(guesses(10));
        Collections.reverse(mixed);
        security.sendAll(tenant, mixed);
        assertThat(security.suspicions(tenant)).hasSize(1);
    }

    @Test
    void failuresThatAreHeardAtOnceAreCountedAndToldOnce() {
        guesses(20).stream()
                .map(event -> CompletableFuture.runAsync(() -> {
                    tenants.run(tenant, () -> rules.apply(event));
                    suspicions.pending().stream()
                            .filter(key -> key.tenant().equals(tenant))
                            .forEach(key -> tenants.run(tenant, () -> rules.raise(key)));
                }))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(security.raised(tenant, "eventType=failed_login")).hasSize(20);
        assertThat(security.suspicions(tenant)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 1", "9, 1"})
    void manyUsersFromOneAddressAreCredentialStuffing(int users, int expected) {
        security.sendAll(
                tenant,
                IntStream.range(0, users)
                        .mapToObj(number -> failed(UUID.randomUUID(), address, NOW.plusSeconds(number)))
                        .toList());
        assertThat(security.suspicions(tenant)).hasSize(expected).allSatisfy(suspicion -> assertThat(suspicion)
                .isEqualTo("high: Sign-ins as 5 users failed from %s within 5 minutes".formatted(address)));
    }

    @Test
    void twentyUsersFromOneAddressAreCritical() {
        security.sendAll(
                tenant,
                IntStream.range(0, 20)
                        .mapToObj(number -> failed(UUID.randomUUID(), address, NOW.plusSeconds(number)))
                        .toList());
        assertThat(security.suspicions(tenant))
                .contains("critical: Sign-ins as 20 users failed from %s within 5 minutes".formatted(address))
                .hasSize(3);
    }

    @Test
    void unknownNamesCountByWhatWasTyped() {
        var typed = IntStream.range(0, 5)
                .mapToObj(number -> new LoginFailed(
                        Ids.next(), NOW.plusSeconds(number), null, "Guess" + number, "user_not_found", address, null))
                .toList();
        security.sendAll(tenant, typed);
        assertThat(security.suspicions(tenant)).hasSize(1);
        assertThat(owner.sql()
                        .sql("SELECT name FROM sign_in_failures WHERE ip_address = ?")
                        .param(address)
                        .query(String.class)
                        .list())
                .hasSize(5)
                .allSatisfy(name -> assertThat(name).matches("[0-9a-f]{64}"));
    }

    @Test
    void everyTenantWhoseUsersWereTriedIsTold() {
        var other = UUID.randomUUID();
        security.sendAll(other, guesses(9));
        security.sendAll(tenant, List.of(failed(UUID.randomUUID(), address, NOW.plusSeconds(9))));
        assertThat(security.suspicions(tenant)).hasSize(1);
        assertThat(security.suspicions(other)).hasSize(1);
        assertThat(security.suspicions(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whoComesInAfterAnAttackIsCritical() {
        security.sendAll(tenant, guesses(10));
        var other = address();
        security.sendAll(
                tenant,
                List.of(
                        new LoginSucceeded(Ids.next(), NOW.plusSeconds(20), user, "s", other, "curl/8"),
                        new LoginSucceeded(Ids.next(), NOW.plusSeconds(30), user, "s", address, "curl/8")));
        assertThat(security.suspicions(tenant))
                .contains("critical: A sign-in succeeded from %s, where many had just failed".formatted(address))
                .hasSize(2);
    }

    @Test
    void aLockedAccountIsMediumAndAnAdministratorsHigh() {
        var admin = UUID.randomUUID();
        owner.sql()
                .sql("INSERT INTO tenants (id, code, name) VALUES (?, ?, 'Test')")
                .param(tenant)
                .param(tenant.toString())
                .update();
        owner.sql().sql("""
                        INSERT INTO users (tenant_id, id, email, first_name, last_name, status, roles, permissions,
                            email_verified, version, created_at, updated_at)
                        VALUES (?, ?, 'a@b.c', 'A', 'B', 'active', '{super_admin}', '{}', true, 1, now(), now())
                        """).param(tenant).param(admin).update();
        security.sendAll(
                tenant,
                List.of(
                        new AccountLocked(Ids.next(), NOW, user, address, null),
                        new AccountLocked(Ids.next(), NOW, admin, address, null)));
        assertThat(severities("account_lockout&userId=" + user)).containsExactly("medium");
        assertThat(severities("account_lockout&userId=" + admin)).containsExactly("high");
    }

    @Test
    void aChangedPasswordIsLow() {
        security.sendAll(
                tenant,
                List.of(
                        new PasswordChanged(Ids.next(), NOW, user, null, address, null),
                        new PasswordChanged(Ids.next(), NOW, user, UUID.randomUUID(), address, null)));
        assertThat(severities("password_change")).containsExactly("low", "low");
    }

    @Test
    void refusalsAreLowAndTwentyOfThemSuspicious() {
        security.sendAll(
                tenant,
                IntStream.range(0, 19)
                        .mapToObj(number -> denied(user, NOW.plusSeconds(number)))
                        .toList());
        assertThat(severities("unauthorized_access")).hasSize(19).containsOnly("low");
        assertThat(security.raised(tenant, "").getFirst().path("description").asString())
                .isEqualTo("inventory-service refused GET /api/warehouse/products");
        assertThat(security.suspicions(tenant)).isEmpty();
        security.sendAll(
                tenant,
                IntStream.range(19, 25)
                        .mapToObj(number -> denied(user, NOW.plusSeconds(number)))
                        .toList());
        assertThat(security.suspicions(tenant)).containsExactly("high: A user was refused 20 times within 5 minutes");
        security.sendAll(tenant, List.of(denied(UUID.randomUUID(), NOW)));
        assertThat(security.suspicions(tenant)).hasSize(1);
    }

    @Test
    void forgetsOldSuspicions() {
        security.sendAll(tenant, guesses(10));
        assertThat(suspicions.isSuspect(address, NOW.plusSeconds(60))).isTrue();
        assertThat(suspicions.forget(NOW.plusSeconds(3600))).isPositive();
        assertThat(suspicions.isSuspect(address, NOW.plusSeconds(60))).isFalse();
    }

    private List<LoginFailed> guesses(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> failed(user, address, NOW.plusSeconds(each)))
                .toList();
    }

    private List<String> severities(String type) {
        return security.raised(tenant, "eventType=" + type).stream()
                .map(event -> event.path("severity").asString())
                .toList();
    }
}
