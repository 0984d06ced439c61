package com.promode.aurora.inventory.lot;

import static com.promode.aurora.inventory.Warehouse.INDIA;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static com.promode.aurora.inventory.Warehouse.item;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import(Warehouse.class)
class LotApiTests {

    private static final String LOTS = "/api/warehouse/lots";

    @Autowired
    private Warehouse warehouse;

    @ParameterizedTest
    @CsvSource({
        "recalled, 0, true, recalled",
        "recalled, 1, false, recalled",
        "hold, 0, true, depleted",
        "available, 0, false, depleted",
        "hold, 1, true, hold",
        "available, 1, true, expired",
        "available, 1, false, available"
    })
    void theStatusIsTheFirstThatHolds(String state, String onHand, boolean expired, String status) {
        assertThat(LotStatus.of(LotState.of(state), new BigDecimal(onHand), expired))
                .hasToString(status);
    }

    @Test
    void tellsWhatALotIsGoodFor() {
        var store = warehouse.location();
        var product = warehouse.product();
        var lot = warehouse.lot(store, product, "5", "1");
        var read = warehouse.manager().get(LOTS + "/" + lot).ok();
        assertThat(read.path("status").asString()).isEqualTo("available");
        assertThat(read.path("reserved").decimalValue()).isEqualByComparingTo("0");
        assertThat(read.path("returnedFrom").isNull()).isTrue();

        warehouse.manager().post(MOVEMENTS, outbound(product, store, "5")).expect(201);

        assertThat(status(lot)).isEqualTo("depleted");
        assertThat(status(warehouse.expiredLot(store, product, "1"))).isEqualTo("expired");
    }

    @Test
    void findsLotsByProductSupplierBatchStateAndDate() {
        var store = warehouse.location();
        var supplier = UUID.randomUUID();
        var product = warehouse.product(Map.of("supplierId", supplier));
        var today = LocalDate.now(INDIA);
        var early = dated(product, "B-" + product, today.plusDays(2));
        var late = dated(product, "C-" + product, today.plusDays(6));
        var first = warehouse.lot(store, early);
        var second = warehouse.lot(store, late);
        warehouse
                .manager()
                .post(LOTS + "/" + second + "/hold", Map.of("reason", "Smells"))
                .expect(200);

        assertThat(find("supplierId=" + supplier)).containsExactly(second, first);
        assertThat(find("batchNumber=B-" + product)).containsExactly(first);
        assertThat(find("productId=" + product + "&state=hold")).containsExactly(second);
        assertThat(find("productId=" + product + "&expiryDate%5Blte%5D=" + today.plusDays(2)))
                .containsExactly(first);
        assertThat(find("productId=" + product + "&expiryDate%5Bgte%5D=" + today.plusDays(3)))
                .containsExactly(second);
        assertThat(warehouse
                        .manager()
                        .get(LOTS + "?productId=" + product + "&limit=1")
                        .meta()
                        .path("nextCursor")
                        .asString())
                .isNotEmpty();
        warehouse.manager().get(LOTS + "?state=rotten").expect(400, "VALIDATION_ERROR");
        warehouse.manager().get(LOTS + "?status=hold").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void listsWhatExpiresFirstOrLastAndWhatKeepsAtTheEnd() {
        var store = warehouse.location();
        var product = warehouse.product(Map.of("perishable", false));
        var today = LocalDate.now(INDIA);
        var late = warehouse.lot(store, dated(product, "A", today.plusDays(6)));
        var early = warehouse.lot(store, dated(product, "B", today.plusDays(2)));
        warehouse
                .manager()
                .put(PRODUCTS + "/" + product, Map.of("name", "Dried chilli", "unit", "kg", "price", 1))
                .expect(200);
        var keeps = warehouse.lot(store, item(product, "1", "1"));

        assertThat(find("sort=expiryDate&productId=" + product)).containsExactly(early, late, keeps);
        assertThat(find("sort=-expiryDate&productId=" + product)).containsExactly(late, early, keeps);
        var second = warehouse
                .manager()
                .get(LOTS + "?sort=expiryDate&limit=1&page=2&productId=" + product)
                .expect(200);
        assertThat(second.ok().at("/0/id").asString()).isEqualTo(late.toString());
        assertThat(second.meta().path("total").asInt()).isEqualTo(3);
        warehouse.manager().get(LOTS + "?sort=batchNumber").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void anotherTenantSeesNoLot() {
        var product = warehouse.product();
        var lot = warehouse.lot(warehouse.location(), product, "1", "1");
        var other = warehouse.manager().tenant(TestTokens.OTHER);

        other.get(LOTS + "/" + lot).expect(404, "NOT_FOUND");
        assertThat(other.get(LOTS + "?productId=" + product).ok()).isEmpty();
        warehouse.manager().as("products:read").get(LOTS).expect(403, "FORBIDDEN");
    }

    private static Map<String, Object> dated(UUID product, String batch, LocalDate expiry) {
        var item = item(product, "1", "1");
        item.putAll(Map.of("batchNumber", batch, "expiryDate", expiry.toString()));
        return item;
    }

    private String status(UUID lot) {
        return warehouse.manager().get(LOTS + "/" + lot).ok().path("status").asString();
    }

    private List<UUID> find(String filters) {
        return warehouse.manager().get(LOTS + "?" + filters).ok().findValuesAsString("id").stream()
                .map(UUID::fromString)
                .toList();
    }
}
