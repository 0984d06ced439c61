package com.promode.aurora.inventory.receiving;

import static com.promode.aurora.inventory.Purchasing.item;
import static com.promode.aurora.inventory.Purchasing.line;
import static com.promode.aurora.inventory.Purchasing.receipt;
import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static com.promode.aurora.inventory.Warehouse.RECEIVING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import com.promode.aurora.contracts.inventory.ReceiptEvent.GoodsReceived;
import com.promode.aurora.inventory.Purchasing;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Goods that arrive for a purchase order. */
@ServiceTest
@Import({Warehouse.class, Purchasing.class})
class PurchaseOrderReceivingTests {

    private static final int CLIENTS = 8;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Events events;

    private UUID store;
    private UUID product;

    @BeforeEach
    void prepare() {
        store = warehouse.location();
        product = warehouse.product(Map.of("supplierId", UUID.randomUUID()));
    }

    @Test
    void theyCostWhatWasAgreedAndAreOfTheOrdersSupplier() {
        var order = purchasing.order(line(product, "10", "3.125"));
        var dearer = item(product, "4");
        dearer.put("unitCost", new BigDecimal("3.5"));

        var receipt = warehouse
                .manager()
                .post(RECEIVING, receipt(store, order.purchaseOrderId(), item(product, "6"), dearer))
                .expect(201)
                .ok();

        assertThat(receipt.at("/items/0/unitCost").decimalValue()).isEqualByComparingTo("3.125");
        assertThat(receipt.at("/items/1/unitCost").decimalValue()).isEqualByComparingTo("3.5");
        assertThat(warehouse
                        .manager()
                        .get("/api/warehouse/lots/"
                                + receipt.at("/items/0/lotId").asString())
                        .ok()
                        .path("supplierId")
                        .asString())
                .isEqualTo(order.supplierId().toString());
        assertThat(warehouse
                        .manager()
                        .get(RECEIVING + "?purchaseOrderId=" + order.purchaseOrderId())
                        .ok())
                .hasSize(1);
    }

    @Test
    void tellsForWhichLinesTheyAreCounted() {
        var first = line(product, "5", "2");
        var second = line(product, "5", "4");
        var order = purchasing.order(first, second).purchaseOrderId();

        var receipt = warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(product, "8")))
                .expect(201);

        var told = events.expect(GoodsReceived.class, event -> event.receiptId().equals(receipt.id()));
        assertThat(told.key()).isEqualTo(order.toString());
        assertThat(told.locationId()).isEqualTo(store);
        assertThat(told.lines())
                .extracting(line -> line.purchaseOrderLineId())
                .containsExactly(first.lineId(), second.lineId());
        assertThat(told.lines()).allSatisfy(line -> {
            assertThat(line.lotId().toString())
                    .isEqualTo(receipt.ok().at("/items/0/lotId").asString());
            assertThat(line.unitCost()).isEqualByComparingTo("2.75");
            assertThat(line.onHold()).isFalse();
        });
        assertThat(told.lines().getFirst().quantity()).isEqualByComparingTo("5");
        assertThat(told.lines().getLast().quantity()).isEqualByComparingTo("3");
    }

    @Test
    void refusesWhatWasNotOrderedAndChangesNothing() {
        var order = purchasing.order(line(product, "10", "3")).purchaseOrderId();
        var unordered = warehouse.product();

        warehouse
                .manager()
                .post(RECEIVING, receipt(store, UUID.randomUUID(), item(product, "1")))
                .expect(404, "NOT_FOUND");
        var refusal = warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(product, "10"), item(unordered, "1")))
                .expect(400, "VALIDATION_ERROR");
        assertThat(refusal.error().at("/details/0/field").asString()).isEqualTo("items[1].productId");

        assertThat(warehouse.onHand(product)).isZero();
        warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(product, "10.5")))
                .expect(201);
    }

    @Test
    void refusesMoreThanIsTolerated() {
        var order = purchasing.order(line(product, "10", "3")).purchaseOrderId();
        warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(product, "4")))
                .expect(201);

        var refusal = warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(product, "3"), item(product, "3.501")))
                .expect(409, "CONFLICT");

        assertThat(refusal.error().path("message").asString()).contains("10 ordered, 7 received so far, 10.5 allowed");
        assertThat(refusal.error().at("/details/0/field").asString()).isEqualTo("items[1]");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("4");
    }

    @Test
    void theToleranceIsASettingOfTheTenant() {
        var tenant = UUID.randomUUID();
        var manager = warehouse.manager().tenant(tenant);
        var place = warehouse.location(tenant, "active");
        var cabbage = manager.post(PRODUCTS, Warehouse.body(Map.of())).id();
        var order = purchasing
                .send(tenant, Purchasing.sent(Ids.next(), 1, line(cabbage, "10", "3")))
                .purchaseOrderId();
        manager.post(RECEIVING, receipt(place, order, item(cabbage, "11"))).expect(409, "CONFLICT");

        events.send(
                tenant,
                new SettingChanged(Ids.next(), Instant.now(), tenant, "stock.overReceiptTolerancePercent", 1, "12.5"));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> manager.post(RECEIVING, receipt(place, order, item(cabbage, "11.25")))
                                .status()
                        == 201);
        manager.post(RECEIVING, receipt(place, order, item(cabbage, "0.001"))).expect(409, "CONFLICT");
    }

    @Test
    void theToleranceMayBeThatOfTheProduct() {
        var exact = warehouse.product(Map.of("overReceiptTolerancePercent", 0));
        var order = purchasing.order(line(exact, "10", "3")).purchaseOrderId();

        warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(exact, "10.001")))
                .expect(409, "CONFLICT");
        warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(exact, "10")))
                .expect(201);
        warehouse
                .manager()
                .post(PRODUCTS, Warehouse.body(Map.of("overReceiptTolerancePercent", -1)))
                .expect(400, "VALIDATION_ERROR");
    }

    @Test
    void manyAtOnceDoNotSlipUnderTheToleranceTogether() throws Exception {
        var order = purchasing.order(line(product, "10", "3")).purchaseOrderId();
        var start = new CyclicBarrier(CLIENTS);

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = clients.invokeAll(IntStream.range(0, CLIENTS)
                    .<Callable<Integer>>mapToObj(client -> () -> {
                        start.await();
                        return warehouse
                                .manager()
                                .post(RECEIVING, receipt(store, order, item(product, "3")))
                                .status();
                    })
                    .toList());

            assertThat(answers.stream().map(Future::resultNow))
                    .containsOnly(201, 409)
                    .filteredOn(status -> status == 201)
                    .hasSize(3);
        }
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("9");
    }
}
