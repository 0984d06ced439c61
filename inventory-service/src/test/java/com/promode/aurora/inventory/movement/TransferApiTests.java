package com.promode.aurora.inventory.movement;

import static com.promode.aurora.inventory.Warehouse.LEVELS;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.inventory.Crowd;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.ServiceTest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import(Warehouse.class)
class TransferApiTests {

    private static final String TRANSFER = "/api/warehouse/stock/transfer";

    @Autowired
    private Warehouse warehouse;

    private UUID store = UUID.randomUUID();
    private UUID shop = UUID.randomUUID();
    private UUID product = UUID.randomUUID();
    private UUID lot = UUID.randomUUID();

    @BeforeEach
    void receive() {
        store = warehouse.location();
        shop = warehouse.location();
        product = warehouse.product();
        lot = warehouse.lot(store, product, "10", "2.5");
    }

    @Test
    void goodsChangeTheirPlaceAndNothingElse() {
        var answer = transfer(store, shop, "4").expect(201);

        assertThat(answer.header("Location")).isEqualTo(MOVEMENTS + "/" + answer.id());
        assertThat(answer.ok().at("/lots/0/lotId").asString()).isEqualTo(lot.toString());
        assertThat(answer.ok().path("cost").decimalValue()).isEqualByComparingTo("10");
        assertThat(onHand(shop)).isEqualByComparingTo("4");
        assertThat(onHand(store)).isEqualByComparingTo("6");
        var known = warehouse.manager().get(PRODUCTS + "/" + product).ok();
        assertThat(known.path("averageCost").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(known.path("currentStock").decimalValue()).isEqualByComparingTo("10");
    }

    @Test
    void refusesWhatIsNotThereOrHasNowhereToGo() {
        transfer(store, shop, "10.001").expect(409, "INSUFFICIENT_STOCK");
        transfer(store, store, "1").expect(400, "VALIDATION_ERROR");
        transfer(store, UUID.randomUUID(), "1").expect(404, "NOT_FOUND");
        transfer(store, warehouse.location("maintenance"), "1").expect(409, "CONFLICT");
        transfer(store, shop, "-1").expect(400, "VALIDATION_ERROR");
        assertThat(onHand(store)).isEqualByComparingTo("10");
    }

    @Test
    void whatIsFrozenDoesNotGoIntoAnAmbientStore() {
        var freezer = warehouse.keptAt("-25", "-18");
        product = warehouse.product(Map.of("storageTemperatureMax", new BigDecimal("-18")));
        lot = warehouse.lot(freezer, product, "10", "1");

        transfer(freezer, shop, "1").expect(409, "CONFLICT");
        transfer(freezer, warehouse.keptAt("2", "8"), "1").expect(409, "CONFLICT");
        transfer(freezer, warehouse.keptAt("-30", "-20"), "1").expect(201);
    }

    @Test
    void thereAndBackAtOnceNeverMeetADeadlock() throws Exception {
        transfer(store, shop, "5").expect(201);

        var answers = Crowd.atOnce(
                100, client -> client % 2 == 0 ? transfer(store, shop, "0.1") : transfer(shop, store, "0.1"));

        assertThat(Crowd.statuses(answers)).isEqualTo(Map.of(201, 100L));
        assertThat(onHand(store)).isEqualByComparingTo("5");
        assertThat(onHand(shop)).isEqualByComparingTo("5");
    }

    private Answer transfer(UUID from, UUID to, String quantity) {
        return warehouse
                .manager()
                .post(
                        TRANSFER,
                        Map.of(
                                "productId",
                                product,
                                "fromLocationId",
                                from,
                                "toLocationId",
                                to,
                                "quantity",
                                new BigDecimal(quantity)));
    }

    private BigDecimal onHand(UUID location) {
        return warehouse
                .manager()
                .get(LEVELS + "?productId=" + product + "&locationId=" + location)
                .ok()
                .path(0)
                .path("onHand")
                .decimalValue();
    }
}
