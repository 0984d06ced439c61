package com.promode.aurora.inventory.receiving;

import static com.promode.aurora.inventory.Warehouse.LEVELS;
import static com.promode.aurora.inventory.Warehouse.RECEIVING;
import static com.promode.aurora.inventory.Warehouse.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.inventory.StockEvent.LotReceived;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import(Warehouse.class)
class ColdChainTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Events events;

    @ParameterizedTest
    @CsvSource({"8.01, 'Arrived at 8.01 °C, above 8 °C'", "1.9, 'Arrived at 1.9 °C, below 2 °C'"})
    void goodsThatArriveTooWarmOrTooColdAreHeld(BigDecimal temperature, String reason) {
        var store = warehouse.keptAt("2", "8");
        var product = chilled();

        var receipt = receive(store, product, temperature).expect(201);

        var lot = receipt.ok().at("/items/0");
        assertThat(lot.path("state").asString()).isEqualTo("hold");
        assertThat(lot.path("holdReason").asString()).isEqualTo(reason);
        var level = warehouse
                .manager()
                .get(LEVELS + "?lotId=" + lot.path("lotId").asString())
                .ok()
                .path(0);
        assertThat(level.path("held").decimalValue()).isEqualByComparingTo("5");
        assertThat(events.expect(LotReceived.class, event -> event.receiptId().equals(receipt.id()))
                        .onHold())
                .isTrue();
    }

    @Test
    void whyTheyWereHeldWhenTheyArrivedStaysKnown() {
        var receipt = receive(warehouse.keptAt("2", "8"), chilled(), new BigDecimal("9"))
                .expect(201);
        var lot = "/api/warehouse/lots/" + receipt.ok().at("/items/0/lotId").asString();
        warehouse
                .manager()
                .post(lot + "/release", Map.of("reason", "Firm still"))
                .expect(200);
        warehouse
                .manager()
                .post(lot + "/hold", Map.of("reason", "Smells of fish"))
                .expect(200);

        var arrived = warehouse.manager().get(RECEIVING + "/" + receipt.id()).ok();
        var trace = warehouse.manager().get(lot + "/trace").ok();

        assertThat(arrived.at("/items/0/holdReason").asString()).isEqualTo("Arrived at 9 °C, above 8 °C");
        assertThat(trace.at("/lot/holdReason").asString()).isEqualTo("Smells of fish");
        var history = trace.path("history");
        assertThat(history.findValuesAsString("to")).containsExactly("hold", "available", "hold");
        assertThat(history.at("/2/from").isNull()).isTrue();
        assertThat(history.at("/2/reason").asString()).isEqualTo("Arrived at 9 °C, above 8 °C");
        assertThat(history.at("/2/changedBy").isNull()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2", "8", ","})
    void goodsWithinTheirLimitsAreAvailable(@Nullable BigDecimal temperature) {
        var lot = receive(warehouse.keptAt("2", "8"), chilled(), temperature)
                .expect(201)
                .ok()
                .at("/items/0");

        assertThat(lot.path("state").asString()).isEqualTo("available");
        assertThat(lot.path("holdReason").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2, 8.5", "1, 8", "2,", ",8", ","})
    void goodsDoNotGoWhereTheyDoNotKeep(@Nullable String min, @Nullable String max) {
        var store = warehouse.keptAt(min, max);
        var product = chilled();

        var refusal = receive(store, product, null).expect(409, "CONFLICT");

        assertThat(refusal.error().path("message").asString()).contains("keeps at 2 to 8 °C", "Cold store " + store);
        assertThat(refusal.error().at("/details/0/field").asString()).isEqualTo("items[0]");
        assertThat(warehouse.onHand(product)).isZero();
    }

    @Test
    void onlyALimitThatTheProductHasCounts() {
        var frozen = warehouse.product(Map.of("storageTemperatureMax", -18));
        receive(warehouse.keptAt(null, "-18"), frozen, null).expect(201);
        receive(warehouse.keptAt("15", "25"), frozen, null).expect(409, "CONFLICT");
        receive(warehouse.location(), warehouse.product(), null).expect(201);
    }

    private UUID chilled() {
        return warehouse.product(Map.of("storageTemperatureMin", 2, "storageTemperatureMax", 8));
    }

    private Answer receive(UUID store, UUID product, @Nullable BigDecimal temperature) {
        var item = item(product, "5", "1");
        if (temperature != null) {
            item.put("temperature", temperature);
        }
        return warehouse.manager().post(RECEIVING, Map.of("locationId", store, "items", List.of(item)));
    }
}
