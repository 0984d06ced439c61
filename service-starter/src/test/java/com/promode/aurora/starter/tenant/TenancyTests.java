package com.promode.aurora.starter.tenant;

import static com.promode.aurora.starter.shelf.Bodies.name;
import static com.promode.aurora.starter.shelf.Bodies.shelf;
import static com.promode.aurora.starter.shelf.Client.OTHER;
import static com.promode.aurora.starter.shelf.Client.PROMODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.Parts;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ShelfTest
class TenancyTests {

    private static final int CALLS = 10_000;
    private static final int CALLERS = 16;

    private final Client client;
    private final Tenants tenants;
    private final JdbcOperations jdbc;
    private final TransactionTemplate transaction;

    TenancyTests(Client client, Tenants tenants, JdbcOperations jdbc, PlatformTransactionManager transactions) {
        this.client = client;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void tenThousandInterleavedCallsNeverLeak() {
        var ours = client.tenant(PROMODE);
        var theirs = client.tenant(OTHER);
        ours.post("/api/shelves", shelf(name())).expect(201);
        theirs.post("/api/shelves", shelf(name())).expect(201);
        var leaks = new AtomicInteger();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            IntStream.range(0, CALLS)
                    .mapToObj(number -> CompletableFuture.runAsync(
                            () -> {
                                var tenant = number % 2 == 0 ? PROMODE : OTHER;
                                // every fifth over HTTP, the others as jobs and listeners do
                                var seen = number % 5 == 0
                                        ? (number % 2 == 0 ? ours : theirs)
                                                .get("/api/shelves/owners")
                                                .data()
                                                .toString()
                                        : seenBy(tenant);
                                if (!seen.equals("[\"" + tenant + "\"]")) {
                                    leaks.incrementAndGet();
                                }
                            },
                            callers))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(leaks).hasValue(0);
    }

    @Test
    void theTroubleOfOneTenantKeepsAJobFromNoOther() {
        List.of(UUID.randomUUID(), UUID.randomUUID()).forEach(tenant -> Parts.database("inventory_service")
                .update(
                        "INSERT INTO tenants (id, code, name, time_zone) VALUES (?, ?, 'Served', 'UTC')",
                        tenant,
                        tenant.toString()));
        var served = new ArrayList<UUID>();

        tenants.runForEach("serve", () -> {
            served.add(tenants.current());
            throw new IllegalStateException("of this tenant");
        });

        assertThat(served).hasSizeGreaterThanOrEqualTo(2).isEqualTo(tenants.all());
        assertThat(tenants.find()).isEmpty();
    }

    @Test
    void anObjectOfAnotherTenantDoesNotExist() {
        var path = client.tenant(OTHER).post("/api/shelves", shelf(name())).header("Location");
        client.get(path).expect(404, "NOT_FOUND");
        client.put(path, shelf(name())).expect(404, "NOT_FOUND");
        client.delete(path).expect(404, "NOT_FOUND");
        client.tenant(OTHER).get(path).expect(200);
    }

    @Test
    void tenantsMayChooseTheSameName() {
        var name = name();
        client.post("/api/shelves", shelf(name)).expect(201);
        client.tenant(OTHER).post("/api/shelves", shelf(name)).expect(201);
    }

    @Test
    void theDatabaseShowsNothingToWhoeverNamesNoTenant() {
        client.post("/api/shelves", shelf(name())).expect(201);
        client.tenant(OTHER).post("/api/shelves", shelf(name())).expect(201);
        var service = Parts.database("inventory_service");
        service.execute((ConnectionCallback<Boolean>) connection -> {
            seeOnly(PROMODE, new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            return true;
        });
    }

    private static void seeOnly(UUID tenant, JdbcOperations session) {
        assertThat(owners(session)).isEmpty();
        session.queryForList("SELECT set_config('aurora.tenant', ?, false)", tenant.toString());
        assertThat(owners(session)).containsExactly(tenant);
        assertThat(session.update("UPDATE shelves SET sturdy = true WHERE tenant_id = ?", OTHER))
                .isZero();
        assertThat(session.update("DELETE FROM shelves WHERE tenant_id = ?", OTHER))
                .isZero();
        assertThatThrownBy(() -> session.update("UPDATE shelves SET tenant_id = ?", OTHER))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void theServiceCannotSwitchTheRulesOff() {
        var service = Parts.database("inventory_service");
        for (var sql : new String[] {
            "ALTER TABLE shelves DISABLE ROW LEVEL SECURITY",
            "DROP POLICY tenant_isolation ON shelves",
            "DROP TABLE shelves",
            "TRUNCATE shelves",
            "CREATE TABLE mine (id UUID)",
            "SET ROLE aurora_owner",
            "UPDATE readings SET sensor = 'x'"
        }) {
            assertThatThrownBy(() -> service.execute(sql)).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aTransactionBelongsToOneTenant() {
        tenants.run(
                PROMODE,
                () -> transaction.executeWithoutResult(ignored -> {
                    assertThatThrownBy(() -> tenants.run(OTHER, () -> {})).isInstanceOf(IllegalStateException.class);
                    tenants.run(PROMODE, () -> assertThat(tenants.current()).isEqualTo(PROMODE));
                }));
        transaction.executeWithoutResult(ignored ->
                assertThatThrownBy(() -> tenants.run(PROMODE, () -> {})).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void workKnowsItsTenantAndForgetsIt() {
        assertThat(tenants.find()).isEmpty();
        assertThatThrownBy(tenants::current).isInstanceOf(IllegalStateException.class);
        tenants.run(PROMODE, () -> {
            tenants.run(OTHER, () -> assertThat(tenants.current()).isEqualTo(OTHER));
            assertThat(tenants.current()).isEqualTo(PROMODE);
        });
        assertThatThrownBy(() -> tenants.run(OTHER, () -> {
                    throw new IllegalArgumentException("work failed");
                }))
                .hasMessage("work failed");
        assertThat(tenants.find()).isEmpty();
    }

    @Test
    void aTransactionWithoutTenantSeesNoRows() {
        client.post("/api/shelves", shelf(name())).expect(201);
        tenants.run(
                PROMODE,
                () -> transaction.executeWithoutResult(
                        ignored -> assertThat(owners(jdbc)).containsExactly(PROMODE)));
        transaction.executeWithoutResult(ignored -> assertThat(owners(jdbc)).isEmpty());
        assertThat(owners(jdbc)).isEmpty();
    }

    @Test
    void aTokenWithoutTenantSeesNothing() {
        var claims = Client.tokens().claims(PROMODE, Client.USER, List.of("shelves:read", "shelves:write"));
        var stray = client.token(
                Client.tokens().sign(claims.claim("tenant_id", null).build()));
        assertThat(stray.get("/api/shelves/owners").expect(200).data().isEmpty())
                .isTrue();
        assertThat(stray.post("/api/shelves", shelf(name())).status()).isGreaterThanOrEqualTo(400);
    }

    private String seenBy(UUID tenant) {
        var seen = new StringBuilder();
        tenants.run(
                tenant,
                () -> transaction.executeWithoutResult(ignored -> owners(jdbc)
                        .forEach(owner -> seen.append('"').append(owner).append('"'))));
        return "[" + seen + "]";
    }

    private static List<UUID> owners(JdbcOperations database) {
        return database.queryForList("SELECT DISTINCT tenant_id FROM shelves", UUID.class);
    }
}
