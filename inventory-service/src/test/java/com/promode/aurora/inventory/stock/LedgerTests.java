package com.promode.aurora.inventory.stock;

import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.inventory.LedgerBook;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.ServiceTest;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;

/** What the database itself sees to, whatever the code does. */
@ServiceTest
@Import({Warehouse.class, LedgerBook.class})
class LedgerTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private LedgerBook book;

    @Autowired
    private JdbcOperations jdbc;

    @Autowired
    private FlywayProperties owner;

    @Test
    void balancesAreWhatTheLedgerSays() {
        var store = warehouse.location();
        var shop = warehouse.location();
        var product = warehouse.product();
        var lot = warehouse.lot(store, product, "20", "1");
        var transfer = outbound(product, store, "6");
        transfer.putAll(Map.of("movementType", "transfer", "toLocationId", shop));
        var waste = outbound(product, shop, "1.25");
        waste.putAll(Map.of("movementType", "waste", "wasteReason", "damaged", "disposalMethod", "compost"));
        var less = outbound(product, store, "0.5");
        less.putAll(Map.of("movementType", "adjustment", "reason", "counted"));

        warehouse
                .manager()
                .post(MOVEMENTS, List.of(transfer, waste, less, outbound(product, store, "3")))
                .expect(201);

        assertThat(book.balance(lot)).isEqualByComparingTo("15.25").isEqualByComparingTo(book.recount(lot));
        assertThat(book.sumOverAllPlaces(lot)).isEqualByComparingTo("0");
        assertThat(warehouse.onHand(product)).isEqualByComparingTo("15.25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE stock_movements SET quantity = 1",
                "DELETE FROM stock_movements",
                "UPDATE stock_movement_lots SET quantity = 1",
                "DELETE FROM stock_movement_lots",
                "UPDATE waste_records SET quantity = 1",
                "DELETE FROM lots",
                "UPDATE adjustments SET quantity = 1",
                "DELETE FROM adjustments",
                "DELETE FROM stock_counts",
                "DELETE FROM stock_count_lines",
                "DELETE FROM products",
                "TRUNCATE stock_movements"
            })
    void theServicesRoleMayNotChangeHistory(String sql) {
        assertThatThrownBy(() -> book.inTenant(() -> jdbc.update(sql)))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void notEvenTheOwnerChangesTheLedger() throws Exception {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse.lot(store, product, "1", "1");
        var waste = outbound(product, store, "1");
        waste.putAll(Map.of("movementType", "waste", "wasteReason", "damaged", "disposalMethod", "compost"));
        warehouse.manager().post(MOVEMENTS, waste).expect(201);
        try (var connection = DriverManager.getConnection(owner.getUrl(), owner.getUser(), owner.getPassword());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE inventory.stock_movements SET quantity = 1"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("DELETE FROM inventory.stock_movement_lots"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("UPDATE inventory.waste_records SET cost_impact = 0"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void theDatabaseRefusesWhatTheCodeWould() {
        var store = warehouse.location();
        var product = warehouse.product();
        var lot = warehouse.lot(store, product, "5", "1");

        assertThatThrownBy(() ->
                        book.inTenant(() -> jdbc.update("UPDATE balances SET on_hand = -1 WHERE lot_id = ?", lot)))
                .rootCause()
                .hasMessageContaining("balance_not_negative");
        assertThatThrownBy(() -> book.inTenant(
                        () -> jdbc.update("UPDATE product_stock SET on_hand = -1 WHERE product_id = ?", product)))
                .rootCause()
                .hasMessageContaining("on_hand_not_negative");
        assertThatThrownBy(() ->
                        book.inTenant(() -> jdbc.update("UPDATE balances SET reserved = 6 WHERE lot_id = ?", lot)))
                .rootCause()
                .hasMessageContaining("reserved_is_there");
    }

    @Test
    void theDatabaseRefusesThatSomebodyDecidesOnHisOwnAdjustment() {
        var product = warehouse.product();
        var location = warehouse.location();
        warehouse.lot(location, product, "1", "100000");
        var command = Map.of("productId", product, "locationId", location, "quantity", -1, "reason", "lost");
        var id = warehouse
                .manager()
                .post("/api/warehouse/stock/adjustment", command)
                .expect(202)
                .id();

        assertThatThrownBy(() -> book.inTenant(() -> jdbc.update("""
                        UPDATE adjustments SET status = 'rejected', rejection_reason = 'no', decided_by = requested_by,
                            decided_at = now() WHERE id = ?
                        """, id)))
                .rootCause()
                .hasMessageContaining("adjustment_decided_by_another");
        assertThatThrownBy(() -> book.inTenant(() -> jdbc.update("""
                        UPDATE adjustments SET status = 'approved', decided_by = gen_random_uuid(), decided_at = now()
                        WHERE id = ?
                        """, id)))
                .rootCause()
                .hasMessageContaining("approved_has_its_movement");
    }

    @Test
    void withoutATenantThereAreNoRows() {
        warehouse.lot(warehouse.location(), warehouse.product(), "1", "1");

        for (var table :
                List.of("products", "lots", "balances", "stock_movements", "stock_movement_lots", "receipts")) {
            assertThat(jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class))
                    .as(table)
                    .isZero();
        }
    }
}
