package com.promode.aurora.inventory;

import static com.promode.aurora.inventory.Purchasing.item;
import static com.promode.aurora.inventory.Purchasing.line;
import static com.promode.aurora.inventory.Purchasing.receipt;
import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static com.promode.aurora.inventory.Warehouse.RECEIVING;
import static com.promode.aurora.inventory.Warehouse.body;

import com.promode.aurora.test.Api;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.ServiceTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever waits for the stock of a product has locked nothing else that somebody who holds it could want: so nobody waits in
 * a circle.
 */
@ServiceTest
@Import({Warehouse.class, Purchasing.class, HeldStock.class})
class LockOrderTests {

    private static final String COUNTS = "/api/warehouse/stock/counts";
    private static final String ADJUSTMENT = "/api/warehouse/stock/adjustment";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private HeldStock held;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Api api;

    private Api approver;
    private UUID store;
    private UUID product;
    private UUID lot;

    @BeforeEach
    void goods() {
        approver = api.as("stock:approve", "stock:read").user(UUID.randomUUID());
        store = warehouse.location();
        product = warehouse.product();
        lot = warehouse.lot(store, product, "100", "1000");
    }

    @Test
    void whoReceivesForAnOrderLeavesTheOrderAndTheProductFree() {
        var order = purchasing.order(line(product, "10", "3")).purchaseOrderId();

        whileItWaits(() -> warehouse.manager().post(RECEIVING, receipt(store, order, item(product, "1"))), 201, () -> {
            requireFree("SELECT 1 FROM purchase_orders WHERE id = :id", order);
            requireFree("SELECT 1 FROM products WHERE id = :id", product);
        });
    }

    @Test
    void whoApprovesLeavesTheAdjustmentFree() {
        var asked = Map.of(
                "productId", product, "locationId", store, "quantity", new BigDecimal("-60"), "reason", "rotten");
        var id = warehouse.manager().post(ADJUSTMENT, asked).expect(202).id();

        whileItWaits(
                () -> approver.post(ADJUSTMENT + "/" + id + "/approve", null),
                200,
                () -> requireFree("SELECT 1 FROM adjustments WHERE id = :id", id));
    }

    @Test
    void whoCountsAndWhoPostsLeavesTheCountFree() {
        var id = warehouse
                .manager()
                .post(COUNTS, Map.of("locationId", store))
                .expect(201)
                .id();
        var found = List.of(Map.of("productId", product, "lotId", lot, "counted", new BigDecimal("99")));
        Runnable isFree = () -> requireFree("SELECT 1 FROM stock_counts WHERE id = :id", id);

        whileItWaits(() -> warehouse.manager().put(COUNTS + "/" + id + "/lines", found), 200, isFree);
        whileItWaits(() -> approver.post(COUNTS + "/" + id + "/post", null), 200, isFree);
    }

    @Test
    void whoChangesOrRemovesAProductLeavesItFree() {
        Runnable isFree = () -> requireFree("SELECT 1 FROM products WHERE id = :id", product);
        var changed = body(Map.of("reorderPoint", 5, "sku", UUID.randomUUID().toString()));

        whileItWaits(() -> warehouse.manager().put(PRODUCTS + "/" + product, changed), 200, isFree);
        whileItWaits(() -> warehouse.manager().delete(PRODUCTS + "/" + product), 204, isFree);
    }

    private void whileItWaits(Supplier<Answer> call, int status, Runnable meanwhile) {
        held.awaitedBy(call, product, meanwhile).expect(status);
    }

    /** Fails at once if anybody has locked the row. */
    private void requireFree(String row, UUID id) {
        jdbc.sql(row + " FOR NO KEY UPDATE NOWAIT")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
