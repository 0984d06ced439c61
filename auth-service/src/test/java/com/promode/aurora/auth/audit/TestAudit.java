package com.promode.aurora.auth.audit;

import static org.awaitility.Awaitility.await;

import com.promode.aurora.auth.TestOwner;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Events;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Commands of other services that were recorded. */
@TestComponent
class TestAudit {

    private final Events events;
    private final TestOwner owner;

    TestAudit(Events events, TestOwner owner) {
        this.events = events;
        this.owner = owner;
    }

    static AuditRecorded changed(UUID user, UUID resource, Instant at) {
        var before = new HashMap<String, @Nullable Object>();
        before.put("price", new BigDecimal("23.50"));
        before.put("description", null);
        return new AuditRecorded(
                Ids.next(),
                at,
                user,
                "product.update",
                "product",
                resource,
                Collections.unmodifiableMap(before),
                Map.of("price", new BigDecimal("24.00"), "name", "Mangue \u0939 \uD83E\uDD6D"),
                "203.0.113.7",
                "Mozilla/5.0",
                "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    void send(UUID tenant, AuditRecorded event) {
        events.send(tenant, event);
    }

    /** As many changes of one object, in their order. */
    void record(UUID tenant, int number) {
        var resource = UUID.randomUUID();
        for (var count = 0; count < number; count++) {
            send(tenant, changed(UUID.randomUUID(), resource, Instant.now()));
        }
        awaitRows(tenant, number);
    }

    void awaitRows(UUID tenant, int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> rows(tenant) >= number);
    }

    int rows(UUID tenant) {
        return owner.sql()
                .sql("SELECT count(*) FROM audit_log WHERE tenant_id = ?")
                .param(tenant)
                .query(Integer.class)
                .single();
    }
}
