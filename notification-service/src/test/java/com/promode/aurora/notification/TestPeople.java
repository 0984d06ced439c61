package com.promode.aurora.notification;

import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Events;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of a test, and a look at the tables as a tenant sees them. */
@TestComponent
public class TestPeople {

    private final Events events;
    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    TestPeople(Events events, Tenants tenants, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.events = events;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** An active user with these permissions, whom the service knows. */
    public UUID user(UUID tenant, String... permissions) {
        var user = UUID.randomUUID();
        change(tenant, user, 1, "active", false, permissions);
        return user;
    }

    /** A change of a user that the service has taken. */
    public UserChanged change(
            UUID tenant, UUID user, long version, String status, boolean deleted, String... permissions) {
        var changed = new UserChanged(
                Ids.next(),
                Instant.now(),
                user,
                version,
                user + "@aurora.local",
                "Asha",
                "Rao",
                null,
                status,
                List.of(),
                List.of(permissions),
                deleted);
        events.send(tenant, changed);
        applied(tenant, "notification.recipient", changed.eventId());
        return changed;
    }

    /** Waits until a consumer has applied an event. */
    public void applied(UUID tenant, String consumer, UUID event) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        see(tenant, sql -> sql.sql("SELECT count(*) FROM inbox WHERE consumer = ? AND event_id = ?")
                                        .param(consumer)
                                        .param(event)
                                        .query(Integer.class)
                                        .single())
                                > 0);
    }

    /** Looks at the database as a tenant. */
    public <T> T see(UUID tenant, Function<JdbcClient, T> look) {
        var seen = new ArrayList<T>(1);
        tenants.run(tenant, () -> transactions.executeWithoutResult(ignored -> seen.add(look.apply(jdbc))));
        return seen.getFirst();
    }

    /** Looks at the database for no tenant. */
    public int seeAsNobody(String count) {
        return jdbc.sql(count).query(Integer.class).single();
    }

    /** The users of a tenant who have been notified of an event, one entry per notification. */
    public List<UUID> notified(UUID tenant, UUID event) {
        return see(tenant, sql -> sql.sql("SELECT user_id FROM notifications WHERE event_id = ?")
                .param(event)
                .query(UUID.class)
                .list());
    }

    /** A product that has just run low. */
    public static StockLow low() {
        return new StockLow(
                Ids.next(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                UUID.randomUUID(),
                "PRD-042",
                new BigDecimal("9.500"),
                new BigDecimal("10.000"));
    }
}
