package com.promode.aurora.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows make of what Keycloak says, without a Keycloak. */
@ServiceTest
class UserServiceTests {

    @Autowired
    private UserService users;

    @Autowired
    private UserQueries queries;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    private final UUID tenant = Ids.next();
    private final UUID id = Ids.next();

    /** Suspended, so that no reconciliation looks at its users. */
    @BeforeEach
    void found() {
        jdbc.sql("INSERT INTO tenants (id, code, name, status) VALUES (:id, :code, 'Test', 'suspended')")
                .param("id", tenant)
                .param("code", tenant.toString())
                .update();
    }

    @Test
    void aRoundThatAskedEarlierDoesNotUndoACommand() {
        var round = Instant.now().minusSeconds(60);
        take(member(true), Instant.MAX);
        take(member(false), Instant.MAX);
        take(member(true), round);
        tenants.run(tenant, () -> assertThat(queries.get(id).status()).isEqualTo("inactive"));
        take(member(true), Instant.now().plusSeconds(1));
        tenants.run(tenant, () -> assertThat(queries.get(id).status()).isEqualTo("active"));
    }

    @Test
    void whoeverSwitchesAUserOffEndsTheGoodOfHisTokens() {
        take(member(true), Instant.MAX);
        assertThat(events.all(UserBlocked.class, event -> event.userId().equals(id)))
                .isEmpty();
        take(member(false), Instant.MAX);
        var blocked = events.expect(UserBlocked.class, event -> event.userId().equals(id));
        assertThat(blocked.tokensUntil()).isEqualTo(blocked.recordedAt());
        assertThat(events.header(blocked, "ce_tenantid")).isEqualTo(tenant.toString());
    }

    @Test
    void whoIsGoneFromKeycloakIsBlocked() {
        take(member(true), Instant.MAX);
        tenants.run(tenant, () -> users.remove(List.of(id)));
        events.expect(UserChanged.class, event -> event.userId().equals(id) && event.deleted());
        events.expect(UserBlocked.class, event -> event.userId().equals(id));
    }

    private void take(Member member, Instant asOf) {
        tenants.run(tenant, () -> users.take(List.of(member), asOf));
    }

    private Member member(boolean enabled) {
        var email = id + "@aurora.local";
        var account = new Account(id, email, email, "A", "B", enabled, true, 0, Map.of());
        return new Member(account, List.of("customer"), List.of("orders:own"));
    }
}
