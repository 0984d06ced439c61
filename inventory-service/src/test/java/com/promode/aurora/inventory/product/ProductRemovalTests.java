package com.promode.aurora.inventory.product;

import static com.promode.aurora.inventory.Purchasing.line;
import static com.promode.aurora.inventory.Purchasing.receipt;
import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static com.promode.aurora.inventory.Warehouse.RECEIVING;
import static com.promode.aurora.inventory.Warehouse.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.inventory.ProductEvent.ProductChanged;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderCancelled;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderClosed;
import com.promode.aurora.inventory.Purchasing;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import({Warehouse.class, Purchasing.class})
class ProductRemovalTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Events events;

    @Test
    void removesAProductThatNeverHadGoods() {
        var product = warehouse.product(Map.of("productCode", "GONE-1"));

        warehouse.manager().delete(PRODUCTS + "/" + product).expect(204);

        warehouse.manager().get(PRODUCTS + "/" + product).expect(404);
        warehouse.manager().get(PRODUCTS + "/" + product + "/prices").expect(404);
        warehouse.manager().delete(PRODUCTS + "/" + product).expect(404, "NOT_FOUND");
        assertThat(discontinued(product).version()).isEqualTo(1);
        assertThat(audit(product, "product.delete").oldValues()).containsEntry("productCode", "GONE-1");
        warehouse.product(Map.of("productCode", "GONE-1"));
    }

    @Test
    void keepsAProductWithHistoryAsDiscontinued() {
        var product = warehouse.product();
        var lot = warehouse.lot(warehouse.location(), product, "3", "2");
        var path = PRODUCTS + "/" + product;

        warehouse.manager().delete(path).expect(204);
        var kept = warehouse.manager().get(path).expect(200);
        warehouse.manager().delete(path).expect(204);

        assertThat(kept.ok().path("status").asString()).isEqualTo("discontinued");
        assertThat(kept.ok().path("currentStock").decimalValue()).isEqualByComparingTo("3");
        assertThat(warehouse.manager().get(path).header("ETag")).isEqualTo(kept.header("ETag"));
        warehouse.manager().get("/api/warehouse/lots/" + lot).expect(200);
        assertThat(discontinued(product).version()).isEqualTo(1);
        assertThat(audit(product, "product.discontinue").newValues()).containsEntry("status", "discontinued");
    }

    @Test
    void keepsAProductThatIsOnItsWay() {
        var product = warehouse.product();
        var path = PRODUCTS + "/" + product;
        var order = purchasing.order(line(product, "10", "3"));

        var refusal = warehouse.manager().delete(path).expect(409, "CONFLICT");
        assertThat(refusal.error().path("message").asString()).contains("PO-" + order.purchaseOrderId());
        var receipt = receipt(warehouse.location(), order.purchaseOrderId(), Purchasing.item(product, "10"));
        warehouse.manager().post(RECEIVING, receipt).expect(201);

        purchasing.send(
                TestTokens.PROMODE, new PurchaseOrderClosed(Ids.next(), Instant.now(), order.purchaseOrderId()));
        warehouse.manager().delete(path).expect(204);
        assertThat(warehouse.manager().get(path).ok().path("status").asString()).isEqualTo("discontinued");
    }

    @Test
    void keepsAProductThatAnOrderHasNamed() {
        var product = warehouse.product();
        var order = purchasing.order(line(product, "10", "3")).purchaseOrderId();
        purchasing.send(TestTokens.PROMODE, new PurchaseOrderCancelled(Ids.next(), Instant.now(), order, "no harvest"));

        warehouse.manager().delete(PRODUCTS + "/" + product).expect(204);

        warehouse.manager().get(PRODUCTS + "/" + product).expect(200);
    }

    @Test
    void needsPermissionTenantAndTheVersionSeen() {
        var product = warehouse.product();
        var path = PRODUCTS + "/" + product;
        warehouse.manager().put(path, body(Map.of())).expect(200);

        warehouse.manager().as("products:read").delete(path).expect(403, "FORBIDDEN");
        warehouse.manager().tenant(TestTokens.OTHER).delete(path).expect(404, "NOT_FOUND");
        warehouse.manager().header("If-Match", "\"0\"").delete(path).expect(412, "STALE");
        warehouse.manager().get(path).expect(200);
    }

    private ProductChanged discontinued(UUID product) {
        return events.expect(
                ProductChanged.class,
                event -> event.productId().equals(product) && event.status().equals("discontinued"));
    }

    private AuditRecorded audit(UUID product, String action) {
        return events.expect(
                AuditRecorded.class,
                event -> product.equals(event.resourceId()) && event.action().equals(action));
    }
}
