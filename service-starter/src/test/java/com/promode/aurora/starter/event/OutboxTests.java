package com.promode.aurora.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.tenant.TestTenants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

class OutboxTests {

    private static final UUID TENANT = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Schema schema = new Schema();
    private final AtomicInteger flushes = new AtomicInteger();
    private final AtomicInteger wakes = new AtomicInteger();
    private Tenants tenants;
    private Outbox outbox;

    @BeforeEach
    void begin() {
        tenants = TestTenants.on(schema.jdbc);
        outbox = new Outbox(
                new OutboxTable(schema.jdbc),
                tenants,
                "/warehouse-service",
                () -> TRACE,
                flushes::incrementAndGet,
                wakes::incrementAndGet);
    }

    @AfterEach
    void end() {
        schema.close();
    }

    @Test
    void writesWhatTheWireNeeds() {
        var event = event("cold one", 7);
        inTransaction(() -> outbox.publish(event));
        var row = schema.jdbc.queryForMap("SELECT * FROM outbox");
        assertThat(row)
                .containsEntry("event_id", event.eventId())
                .containsEntry("topic", "warehouse.storage")
                .containsEntry("key", event.locationId().toString())
                .containsEntry("aggregate_version", 7L);
        assertThat(EventJson.MAPPER.readValue(
                        String.valueOf(row.get("headers")), new TypeReference<Map<String, String>>() {}))
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.eventId().toString(),
                        "ce_type", "StorageLocationChanged",
                        "ce_source", "/warehouse-service",
                        "ce_subject", event.key(),
                        "ce_time", "2026-01-02T03:04:05.123456Z",
                        "ce_tenantid", TENANT.toString(),
                        "content-type", "application/json",
                        "traceparent", TRACE));
        assertThat(String.valueOf(row.get("payload")))
                .contains("\"recordedAt\":\"2026-01-02T03:04:05.123456Z\"")
                .contains("\"capacityTonnes\":1000000")
                .contains("\"temperatureMin\":-2.50");
        assertThat(flushes).hasValue(1);
        assertThat(wakes).hasValue(1);
    }

    @Test
    void keepsTheOrderInWhichEventsWerePublished() {
        inTransaction(() -> List.of("a", "b", "c", "d").forEach(name -> outbox.publish(event(name, 1))));
        assertThat(names()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void forgetsWhatIsRolledBack() {
        tenants.run(
                TENANT,
                () -> schema.transaction.executeWithoutResult(transaction -> {
                    outbox.publish(event("never", 1));
                    transaction.setRollbackOnly();
                }));
        inTransaction(() -> outbox.publish(event("committed", 1)));
        assertThat(names()).containsExactly("committed");
        assertThat(wakes).hasValue(1);
    }

    @Test
    void forgetsWhatIsRolledBackToASavepoint() {
        tenants.run(
                TENANT,
                () -> schema.transaction.executeWithoutResult(transaction -> {
                    var beforeAll = transaction.createSavepoint();
                    outbox.publish(event("undone with the first savepoint", 1));
                    transaction.rollbackToSavepoint(beforeAll);
                    outbox.publish(event("before", 1));
                    var savepoint = transaction.createSavepoint();
                    outbox.publish(event("undone", 1));
                    transaction.rollbackToSavepoint(savepoint);
                    outbox.publish(event("after", 1));
                }));
        assertThat(names()).containsExactly("before", "after");
    }

    @Test
    void keepsTheEventsOfTransactionsApart() {
        var apart = new TransactionTemplate(manager());
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        tenants.run(
                TENANT,
                () -> schema.transaction.executeWithoutResult(outer -> {
                    outbox.publish(event("outer", 1));
                    apart.executeWithoutResult(inner -> outbox.publish(event("inner", 1)));
                    outer.setRollbackOnly();
                }));
        assertThat(names()).containsExactly("inner");
    }

    @Test
    void writesWhatIsPublishedWhileTheTransactionCommits() {
        inTransaction(() -> {
            outbox.publish(event("first", 1));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    outbox.publish(event("last", 1));
                }
            });
        });
        assertThat(names()).containsExactly("first", "last");
    }

    @Test
    void takesApplicationEvents() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Outbox.class, () -> outbox);
            context.refresh();
            inTransaction(() -> context.publishEvent(event("of an aggregate", 1)));
        }
        assertThat(names()).containsExactly("of an aggregate");
    }

    @Test
    void refusesToWorkWithoutATransactionThatMayWrite() {
        assertThatThrownBy(() -> tenants.run(TENANT, () -> outbox.publish(event("outside", 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("StorageLocationChanged has to be published inside the transaction");
        var readOnly = new TransactionTemplate(manager());
        readOnly.setReadOnly(true);
        assertThatThrownBy(() -> tenants.run(
                        TENANT, () -> readOnly.executeWithoutResult(ignored -> outbox.publish(event("read-only", 1)))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesWhatKafkaWouldNotTake() {
        assertThatThrownBy(() -> inTransaction(() -> outbox.publish(event("x".repeat(1_000_000), 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("split it");
        assertThat(schema.waiting()).isZero();
    }

    private void inTransaction(Runnable work) {
        tenants.run(TENANT, () -> schema.transaction.executeWithoutResult(ignored -> work.run()));
    }

    private PlatformTransactionManager manager() {
        return Objects.requireNonNull(schema.transaction.getTransactionManager());
    }

    private List<String> names() {
        return schema.jdbc.queryForList("SELECT payload ->> 'name' FROM outbox ORDER BY seq", String.class);
    }

    private static StorageLocationChanged event(String name, long version) {
        return new StorageLocationChanged(
                UUID.randomUUID(),
                Instant.parse("2026-01-02T03:04:05.123456Z"),
                UUID.randomUUID(),
                version,
                name,
                "cold_storage",
                "active",
                new BigDecimal("1E+6"),
                new BigDecimal("-2.50"),
                null);
    }
}
