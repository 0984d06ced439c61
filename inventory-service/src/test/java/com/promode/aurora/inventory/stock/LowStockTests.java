package com.promode.aurora.inventory.stock;

import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.inventory.HeldStock;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
@Import({Warehouse.class, HeldStock.class})
class LowStockTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private HeldStock held;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aMovementThatHadToWaitGoesByTheReorderPointOfNow() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "10", "1");

        held.awaitedBy(
                        () -> warehouse.manager().post(MOVEMENTS, outbound(product, store, "3")),
                        product,
                        () -> jdbc.sql("UPDATE products SET reorder_point = 8 WHERE id = :id")
                                .param("id", product)
                                .update())
                .expect(201);

        var told = events.expect(StockLow.class, low -> low.productId().equals(product));
        assertThat(told.reorderPoint()).isEqualByComparingTo("8");
        assertThat(told.onHand()).isEqualByComparingTo("7");
    }
}
