package com.promode.aurora.e2e;

import static com.promode.aurora.e2e.Warehouse.MOVEMENTS;
import static com.promode.aurora.e2e.Warehouse.PRODUCTS;
import static com.promode.aurora.e2e.Warehouse.outbound;
import static com.promode.aurora.e2e.Warehouse.today;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goods that are doubtful, wrong or dear: what a manager does about them, and what customers see of it. */
@EndToEndTest
class StockControlTests {

    private static final String LOTS = "/api/warehouse/lots/";
    private static final String TRANSFER = "/api/warehouse/stock/transfer";
    private static final String ADJUSTMENT = "/api/warehouse/stock/adjustment";
    private static final String COUNTS = "/api/warehouse/stock/counts";
    private static final String WASTE = "/api/warehouse/waste";
    private static final String CATALOGUE = "/api/orders/catalogue";

    private final Client manager;
    private final Client clerk;
    private final Client customer;
    private final Warehouse warehouse;

    private UUID location = new UUID(0, 0);
    private UUID product = new UUID(0, 0);
    private UUID lot = new UUID(0, 0);

    StockControlTests(LocalSystem system) {
        this.manager = system.as("warehouse@aurora.local");
        this.clerk = system.as("inventory@aurora.local");
        this.customer = system.as("customer@aurora.local");
        this.warehouse = new Warehouse(manager);
    }

    @BeforeEach
    void receive() {
        location = warehouse.location();
        product = manager.post(
                        PRODUCTS, Map.of("name", "Wuhu pepper", "unit", "kg", "price", 9.5, "isB2cAvailable", true))
                .expect(201)
                .id();
        lot = warehouse.receive(location, product, "100", "1000", today().plusDays(8));
    }

    @Test
    void aRecalledLotIsAccountedForToTheGram() {
        var shop = warehouse.location();
        warehouse.receive(shop, product, "1", "1000", today().plusDays(9));
        manager.post(
                        TRANSFER,
                        Map.of("productId", product, "fromLocationId", location, "toLocationId", shop, "quantity", 40))
                .expect(201);
        var sale =
                manager.post(MOVEMENTS, outbound(product, location, "30.125")).expect(201);
        manager.post(MOVEMENTS, outbound(product, location, "5")).expect(201);
        manager.post(MOVEMENTS + "/" + sale.id() + "/reverse", Map.of("reason", "wrong customer"))
                .expect(201);
        manager.post(
                        WASTE,
                        Map.of(
                                "productId",
                                product,
                                "locationId",
                                location,
                                "quantity",
                                2,
                                "wasteReason",
                                "damaged",
                                "disposalMethod",
                                "compost"))
                .expect(201);
        assertThat(inCatalogue().path("available").decimalValue()).isEqualByComparingTo("94");

        manager.post(LOTS + lot + "/hold", Map.of("reason", "smells")).expect(200);
        assertThat(inCatalogue().path("available").decimalValue()).isEqualByComparingTo("1");
        manager.post(MOVEMENTS, outbound(product, location, "1")).expect(409);
        manager.post(LOTS + lot + "/release", Map.of("reason", "it is the paint"))
                .expect(200);
        manager.post(LOTS + lot + "/recall", Map.of("reason", "listeria")).expect(200);

        manager.post(MOVEMENTS, outbound(product, location, "1")).expect(409);
        var totals = manager.get(LOTS + lot + "/trace").expect(200).data().path("totals");
        assertThat(totals.path("received").decimalValue()).isEqualByComparingTo("100");
        assertThat(totals.path("onHand").decimalValue()).isEqualByComparingTo("93");
        assertThat(totals.path("shipped").decimalValue()).isEqualByComparingTo("5");
        assertThat(totals.path("wasted").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void aDearAdjustmentNeedsTwo() {
        var less = Map.of(
                "productId", product, "locationId", location, "quantity", -60, "reason", "cannot be found anywhere");
        var asked = clerk.post(ADJUSTMENT, less).expect(202);
        assertThat(asked.data().path("status").asString()).isEqualTo("pending_approval");
        var approval = ADJUSTMENT + "/" + asked.id() + "/approve";
        clerk.post(approval, null).expect(403);
        assertThat(onHand()).isEqualByComparingTo("100");

        manager.post(approval, null).expect(200);

        assertThat(onHand()).isEqualByComparingTo("40");
        manager.post(approval, null).expect(409);
    }

    @Test
    void aStockTakeIsBlindAndBooksWhatDiffers() {
        var count = clerk.post(COUNTS, Map.of("locationId", location)).expect(201);
        assertThat(count.data().at("/lines/0").has("expected")).isFalse();
        clerk.put(
                        COUNTS + "/" + count.id() + "/lines",
                        List.of(Map.of("productId", product, "lotId", lot, "counted", new BigDecimal("99.5"))))
                .expect(200);
        // goods that leave between counting and booking are no difference
        manager.post(MOVEMENTS, outbound(product, location, "10")).expect(201);

        var posted = manager.post(COUNTS + "/" + count.id() + "/post", null).expect(200);

        assertThat(posted.data().at("/lines/0/variance").decimalValue()).isEqualByComparingTo("-0.5");
        assertThat(onHand()).isEqualByComparingTo("89.5");
    }

    private BigDecimal onHand() {
        return manager.get(PRODUCTS + "/" + product)
                .expect(200)
                .data()
                .path("currentStock")
                .decimalValue();
    }

    private JsonNode inCatalogue() {
        var code = manager.get(PRODUCTS + "/" + product)
                .expect(200)
                .data()
                .path("productCode")
                .asString();
        return customer.get(CATALOGUE + "?q=" + code)
                .expect(200)
                .data()
                .valueStream()
                .filter(item -> item.path("productId").asString().equals(product.toString()))
                .findFirst()
                .orElseThrow();
    }
}
