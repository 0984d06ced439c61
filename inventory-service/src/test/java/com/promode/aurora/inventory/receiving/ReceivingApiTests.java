package com.promode.aurora.inventory.receiving;

import static com.promode.aurora.inventory.Purchasing.line;
import static com.promode.aurora.inventory.Warehouse.INDIA;
import static com.promode.aurora.inventory.Warehouse.LEVELS;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.RECEIVING;
import static com.promode.aurora.inventory.Warehouse.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.inventory.ReceiptEvent.GoodsReceived;
import com.promode.aurora.contracts.inventory.StockEvent.LotReceived;
import com.promode.aurora.inventory.Purchasing;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import({Warehouse.class, Purchasing.class})
class ReceivingApiTests {

    private static final String LOTS = "/api/warehouse/lots";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Events events;

    @Test
    void goodsBecomeLotsAtTheLocation() {
        var store = warehouse.location();
        var product = warehouse.product();
        var order = purchasing.order(line(product, "13.5", "3")).purchaseOrderId();
        var item = item(product, "12.5", "3.2000");
        item.putAll(Map.of("batchNumber", "B-7", "temperature", 4.5));

        var receipt = warehouse
                .manager()
                .post(
                        RECEIVING,
                        Map.of(
                                "locationId",
                                store,
                                "purchaseOrderId",
                                order,
                                "items",
                                List.of(item, item(product, "1", "4"))))
                .expect(201);

        assertThat(receipt.header("Location")).isEqualTo(RECEIVING + "/" + receipt.id());
        assertThat(receipt.ok().path("items")).hasSize(2);
        assertThat(warehouse.manager().get(RECEIVING + "/" + receipt.id()).ok()).isEqualTo(receipt.ok());
        var lot = warehouse
                .manager()
                .get(LOTS + "/" + receipt.ok().at("/items/0/lotId").asString())
                .ok();
        assertThat(lot.path("batchNumber").asString()).isEqualTo("B-7");
        assertThat(lot.path("expiryDate").asString())
                .isEqualTo(LocalDate.now(INDIA).plusDays(10).toString());
        assertThat(lot.path("onHand").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(lot.path("state").asString()).isEqualTo("available");
        assertThat(receipt.ok().at("/items/1/batchNumber").asString()).matches("LOT-\\d{3,}");
        var movements =
                warehouse.manager().get(MOVEMENTS + "?productId=" + product).ok();
        assertThat(movements).hasSize(2);
        assertThat(movements.findValuesAsString("referenceType")).containsOnly("purchase_order");
        assertThat(movements.findValuesAsString("referenceId")).containsOnly(order.toString());
        var read = warehouse.manager().get(Warehouse.PRODUCTS + "/" + product).ok();
        assertThat(read.path("averageCost").decimalValue()).isEqualByComparingTo("3.2593"); // (12.5 * 3.2 + 4) / 13.5
    }

    @Test
    void goodsThatNeedACheckWaitOnHold() {
        var store = warehouse.location();
        var product = warehouse.product(Map.of("incomingCheckRequired", true));
        var lot = warehouse.lot(store, product, "5", "1");

        var level = warehouse.manager().get(LEVELS + "?lotId=" + lot).ok().path(0);

        assertThat(level.path("held").decimalValue()).isEqualByComparingTo("5");
        assertThat(level.path("available").decimalValue()).isEqualByComparingTo("0");
        warehouse
                .manager()
                .post(MOVEMENTS, Warehouse.outbound(product, store, "1"))
                .expect(409, "INSUFFICIENT_STOCK");
    }

    @Test
    void tellsOfTheReceiptAndOfEachLot() {
        var store = warehouse.location();
        var product = warehouse.product(Map.of("incomingCheckRequired", true));

        var receipt = warehouse
                .manager()
                .post(RECEIVING, receipt(store, item(product, "5", "1.5")))
                .expect(201);

        var lot = receipt.ok().at("/items/0");
        var told = events.expect(GoodsReceived.class, event -> event.receiptId().equals(receipt.id()));
        assertThat(told.key()).isEqualTo(receipt.id().toString());
        assertThat(told.lines()).hasSize(1);
        assertThat(told.lines().getFirst().onHold()).isTrue();
        assertThat(told.lines().getFirst().purchaseOrderLineId()).isNull();
        var received =
                events.expect(LotReceived.class, event -> event.receiptId().equals(receipt.id()));
        assertThat(received.lotId().toString()).isEqualTo(lot.path("lotId").asString());
        assertThat(received.quantity()).isEqualByComparingTo("5");
        assertThat(received.onHold()).isTrue();
        assertThat(lot.path("holdReason").asString()).isEqualTo("Waits for its incoming check");
    }

    @Test
    void withoutAPurchaseOrderTheCostMustBeGiven() {
        var free = item(warehouse.product(), "1", "1");
        free.remove("unitCost");

        var refusal = warehouse
                .manager()
                .post(RECEIVING, receipt(warehouse.location(), free))
                .expect(400, "VALIDATION_ERROR");

        assertThat(refusal.error().at("/details/0/field").asString()).isEqualTo("items[0].unitCost");
    }

    @Test
    void nothingOfADiscontinuedProductArrives() {
        var store = warehouse.location();
        var product = warehouse.product();
        warehouse
                .manager()
                .put(Warehouse.PRODUCTS + "/" + product, Warehouse.body(Map.of("status", "discontinued")))
                .expect(200);

        var refusal = warehouse
                .manager()
                .post(RECEIVING, receipt(store, item(product, "1", "1")))
                .expect(409, "CONFLICT");

        assertThat(refusal.error().at("/details/0/field").asString()).isEqualTo("items[0]");
    }

    @Test
    void perishableGoodsNeedADate() {
        var store = warehouse.location();
        var fields = new HashMap<String, Object>();
        fields.put("shelfLifeDays", null);
        var product = warehouse.product(fields);

        var refusal = warehouse
                .manager()
                .post(RECEIVING, receipt(store, item(product, "1", "1")))
                .expect(400, "VALIDATION_ERROR");

        assertThat(refusal.error().at("/details/0/field").asString()).isEqualTo("items[0].expiryDate");
        var past = item(product, "1", "1");
        past.put("expiryDate", LocalDate.now(INDIA).minusDays(1).toString());
        warehouse.manager().post(RECEIVING, receipt(store, past)).expect(400, "VALIDATION_ERROR");
        var lasting = warehouse.product(Map.of("perishable", false));
        warehouse.lot(store, lasting, "1", "1");
    }

    @Test
    void refusesWhatCannotBeReceivedAndChangesNothing() {
        var store = warehouse.location();
        var product = warehouse.product(Map.of("unit", "piece"));

        warehouse
                .manager()
                .post(RECEIVING, receipt(UUID.randomUUID(), item(product, "1", "1")))
                .expect(404, "NOT_FOUND");
        warehouse
                .manager()
                .post(RECEIVING, receipt(warehouse.location("inactive"), item(product, "1", "1")))
                .expect(409, "CONFLICT");
        warehouse
                .manager()
                .post(RECEIVING, receipt(store, item(UUID.randomUUID(), "1", "1")))
                .expect(404, "NOT_FOUND");
        warehouse
                .manager()
                .post(RECEIVING, receipt(store, item(product, "0", "1")))
                .expect(400, "VALIDATION_ERROR");
        warehouse
                .manager()
                .post(RECEIVING, receipt(store, item(product, "1", "-1")))
                .expect(400, "VALIDATION_ERROR");
        warehouse
                .manager()
                .post(RECEIVING, Map.of("locationId", store, "items", List.of()))
                .expect(400, "VALIDATION_ERROR");
        var half = Map.of("locationId", store, "items", List.of(item(product, "1", "1"), item(product, "0.5", "1")));
        assertThat(warehouse
                        .manager()
                        .post(RECEIVING, half)
                        .expect(400)
                        .error()
                        .at("/details/0/field")
                        .asString())
                .isEqualTo("items[1].quantity");

        assertThat(warehouse.onHand(product)).isEqualByComparingTo("0");
        assertThat(warehouse.manager().get(LOTS + "?productId=" + product).ok()).isEmpty();
    }

    @Test
    void listsReceiptsAndLots() {
        var store = warehouse.location();
        var product = warehouse.product();
        var lot = warehouse.lot(store, product, "5", "1");

        var receipts =
                warehouse.manager().get(RECEIVING + "?locationId=" + store).ok();
        assertThat(receipts).hasSize(1);
        assertThat(receipts.at("/0/itemCount").asInt()).isEqualTo(1);
        assertThat(receipts.at("/0/totalCost").decimalValue()).isEqualByComparingTo("5");
        assertThat(receipts.path(0).has("items")).isFalse();
        var batch = warehouse
                .manager()
                .get(LOTS + "/" + lot)
                .ok()
                .path("batchNumber")
                .asString();
        assertThat(warehouse
                        .manager()
                        .get(LOTS + "?batchNumber=" + batch + "&productId=" + product)
                        .ok()
                        .findValuesAsString("id"))
                .containsExactly(lot.toString());
        var stranger = warehouse.manager().tenant(TestTokens.OTHER);
        assertThat(stranger.get(RECEIVING + "?locationId=" + store).ok()).isEmpty();
        stranger.get(RECEIVING + "/" + receipts.at("/0/id").asString()).expect(404);
        stranger.get(LOTS + "/" + lot).expect(404);
        warehouse.manager().as("stock:read").post(RECEIVING, "nonsense").expect(403, "FORBIDDEN");
    }

    private static Map<String, Object> receipt(UUID location, Map<String, Object> item) {
        return Map.of("locationId", location, "items", List.of(item));
    }
}
