package com.promode.aurora.inventory;

import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.supplier.PurchaseOrderEvent;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.Line;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderSent;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Speaks for supplier-service. */
@Component
public class Purchasing {

    private final Events events;
    private final JdbcOperations jdbc;

    Purchasing(Events events, JdbcOperations jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    public static Line line(UUID product, String quantity, String unitPrice) {
        return new Line(Ids.next(), product, new BigDecimal(quantity), new BigDecimal(unitPrice));
    }

    /** An order that is with its supplier. */
    public PurchaseOrderSent order(Line... lines) {
        return send(TestTokens.PROMODE, sent(Ids.next(), 1, lines));
    }

    public static PurchaseOrderSent sent(UUID order, int revision, Line... lines) {
        return new PurchaseOrderSent(
                Ids.next(), Instant.now(), order, "PO-" + order, revision, Ids.next(), null, List.of(lines));
    }

    /** Announces something of an order, and waits until inventory has taken note. */
    public <E extends PurchaseOrderEvent> E send(UUID tenant, E event) {
        events.send(tenant, event);
        await().atMost(Duration.ofSeconds(30)).until(() -> isApplied(event));
        return event;
    }

    private boolean isApplied(PurchaseOrderEvent event) {
        var applied = jdbc.queryForObject(
                "SELECT count(*) FROM inbox WHERE consumer = ? AND event_id = ?",
                Integer.class,
                "inventory-service.purchase-order",
                event.eventId());
        return applied != null && applied > 0;
    }

    /** Goods that arrive for an order; without a cost the agreed price is theirs. */
    @SafeVarargs
    public static Map<String, Object> receipt(UUID location, UUID order, Map<String, Object>... items) {
        return Map.of("locationId", location, "purchaseOrderId", order, "items", List.of(items));
    }

    public static Map<String, Object> item(UUID product, String quantity) {
        return new HashMap<>(Map.of("productId", product, "quantity", new BigDecimal(quantity)));
    }
}
