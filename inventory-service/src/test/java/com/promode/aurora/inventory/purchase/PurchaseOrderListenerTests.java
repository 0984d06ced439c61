package com.promode.aurora.inventory.purchase;

import static com.promode.aurora.inventory.Purchasing.item;
import static com.promode.aurora.inventory.Purchasing.line;
import static com.promode.aurora.inventory.Purchasing.receipt;
import static com.promode.aurora.inventory.Purchasing.sent;
import static com.promode.aurora.inventory.Warehouse.RECEIVING;
import static com.promode.aurora.test.TestTokens.PROMODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.Line;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderCancelled;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderClosed;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderConfirmed;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderRevised;
import com.promode.aurora.inventory.Purchasing;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
@Import({Warehouse.class, Purchasing.class})
class PurchaseOrderListenerTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Tenants tenants;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcOperations jdbc;

    private UUID store;
    private UUID product;

    @BeforeEach
    void prepare() {
        store = warehouse.location();
        product = warehouse.product();
    }

    @Test
    void goodsArriveFromWhenItIsSentUntilItIsClosed() {
        var order = purchasing.order(line(product, "10", "3")).purchaseOrderId();
        receive(order, "1").expect(201);

        purchasing.send(PROMODE, new PurchaseOrderConfirmed(Ids.next(), Instant.now(), order, null));
        receive(order, "1").expect(201);

        purchasing.send(PROMODE, new PurchaseOrderClosed(Ids.next(), Instant.now(), order));
        assertThat(receive(order, "1").expect(409, "INVALID_TRANSITION").body()).contains("is closed");
        assertThat(received(order)).isEqualByComparingTo("2");
    }

    @Test
    void nothingArrivesForACancelledOrder() {
        var order = purchasing.order(line(product, "10", "3")).purchaseOrderId();

        purchasing.send(PROMODE, new PurchaseOrderCancelled(Ids.next(), Instant.now(), order, "no harvest"));

        assertThat(receive(order, "1").expect(409, "INVALID_TRANSITION").body()).contains("is cancelled");
    }

    @Test
    void aRevisionIsADraftUntilItIsSentAndThenTakesThePlaceOfTheLines() {
        var dropped = warehouse.product();
        var kept = line(product, "10", "3");
        var order = purchasing.order(line(dropped, "5", "1"), kept).purchaseOrderId();

        purchasing.send(PROMODE, new PurchaseOrderRevised(Ids.next(), Instant.now(), order));
        assertThat(receive(order, "1").expect(409, "INVALID_TRANSITION").body()).contains("is draft");

        var changed = new Line(kept.lineId(), product, new BigDecimal("20"), new BigDecimal("2.5"));
        purchasing.send(PROMODE, sent(order, 2, changed));
        var receipt = receive(order, "20").expect(201).ok();
        assertThat(receipt.at("/items/0/unitCost").decimalValue()).isEqualByComparingTo("2.5");
        warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(dropped, "1")))
                .expect(400, "VALIDATION_ERROR");
    }

    @Test
    void whatHasArrivedOfALineThatARevisionDropsStillCounts() {
        var dropped = warehouse.product();
        var order = purchasing
                .order(line(dropped, "5", "1"), line(product, "10", "3"))
                .purchaseOrderId();
        receive(order, "4").expect(201);
        warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(dropped, "2")))
                .expect(201);

        purchasing.send(PROMODE, new PurchaseOrderRevised(Ids.next(), Instant.now(), order));
        purchasing.send(PROMODE, sent(order, 2, line(product, "10", "3")));

        assertThat(received(order)).isEqualByComparingTo("6");
        assertThat(receive(order, "7").expect(409, "CONFLICT").body()).contains("10 ordered, 4 received so far");
        receive(order, "6").expect(201);
        warehouse
                .manager()
                .post(RECEIVING, receipt(store, order, item(dropped, "0.1")))
                .expect(400, "VALIDATION_ERROR");
        assertThat(received(order)).isEqualByComparingTo("12");
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        var sent = purchasing.order(line(product, "10", "3"));
        var order = sent.purchaseOrderId();
        var revised = new PurchaseOrderRevised(Ids.next(), Instant.now(), order);
        purchasing.send(PROMODE, revised);
        purchasing.send(PROMODE, sent(order, 2, line(product, "10", "3")));
        receive(order, "4").expect(201);

        purchasing.send(PROMODE, sent);
        purchasing.send(PROMODE, revised);
        // changes nothing, as it is no newer revision; but once it is applied, so is what came before it
        purchasing.send(PROMODE, sent(order, 2, line(product, "1", "3")));

        receive(order, "6").expect(201);
        assertThat(received(order)).isEqualByComparingTo("10");
    }

    @Test
    void theDatabaseRefusesWhatTheCodeWould() {
        var order = purchasing.order(line(product, "10", "3")).purchaseOrderId();

        assertThatThrownBy(() -> inTenant(() -> jdbc.update(
                        "UPDATE purchase_order_lines SET received = -1 WHERE purchase_order_id = ?", order)))
                .rootCause()
                .hasMessageContaining("received_not_negative");
        assertThatThrownBy(() ->
                        inTenant(() -> jdbc.update("UPDATE purchase_orders SET status = 'lost' WHERE id = ?", order)))
                .rootCause()
                .hasMessageContaining("purchase_orders_status_check");
        assertThatThrownBy(() -> inTenant(() -> jdbc.update("""
                        INSERT INTO receipts (id, tenant_id, location_id, purchase_order_id, received_at, recorded_at)
                        VALUES (?, ?, ?, ?, now(), now())
                        """, Ids.next(), PROMODE, store, UUID.randomUUID())))
                .rootCause()
                .hasMessageContaining("receipt_of_known_order");
    }

    @Test
    void anotherTenantHasNoSuchOrder() {
        var order = purchasing.order(line(product, "10", "3")).purchaseOrderId();
        var abroad = warehouse.location(TestTokens.OTHER, "active");

        warehouse
                .manager()
                .tenant(TestTokens.OTHER)
                .post(RECEIVING, receipt(abroad, order, item(product, "1")))
                .expect(404, "NOT_FOUND");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM purchase_orders", Long.class))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM purchase_order_lines", Long.class))
                .isZero();
    }

    private Answer receive(UUID order, String quantity) {
        return warehouse.manager().post(RECEIVING, receipt(store, order, item(product, quantity)));
    }

    private BigDecimal received(UUID order) {
        return inTenant(() -> jdbc.queryForObject(
                "SELECT sum(received) FROM purchase_order_lines WHERE purchase_order_id = ?", BigDecimal.class, order));
    }

    private <T> T inTenant(Supplier<T> work) {
        var result = new AtomicReference<T>();
        tenants.run(PROMODE, () -> result.set(new TransactionTemplate(transactions).execute(ignored -> work.get())));
        return Objects.requireNonNull(result.get());
    }
}
