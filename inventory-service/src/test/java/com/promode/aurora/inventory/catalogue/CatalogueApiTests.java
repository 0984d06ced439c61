package com.promode.aurora.inventory.catalogue;

import static com.promode.aurora.inventory.Warehouse.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Warehouse.class)
class CatalogueApiTests {

    private static final String CATALOGUE = "/api/orders/catalogue";

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private FlywayProperties owner;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void showsWhatCustomersMayOrderAndNothingOfItsCost() {
        var product = warehouse.product(sold("Basil", Map.of("costPrice", 3, "qualityGrade", "good")));
        warehouse.product(sold("Kept back", Map.of("isB2cAvailable", false)));
        warehouse.product(sold("Retired", Map.of("status", "inactive")));

        var shown = customer().get(CATALOGUE + "?q=" + mark).expect(200).ok();

        assertThat(shown).hasSize(1);
        assertThat(shown.path(0).path("productId").asString()).isEqualTo(product.toString());
        assertThat(shown.path(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "productId",
                        "productCode",
                        "name",
                        "description",
                        "categoryId",
                        "unit",
                        "price",
                        "imageUrl",
                        "qualityGrade",
                        "available",
                        "inStock");
        assertThat(shown.path(0).path("inStock").asBoolean()).isFalse();
        assertThat(shown.path(0).path("available").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void whatIsAvailableIsNeitherReservedNorHeldNorExpired() throws Exception {
        var product = warehouse.product(sold("Basil", Map.of()));
        var store = warehouse.location();
        var today = item(product, "4", "1");
        today.put("expiryDate", LocalDate.now(Warehouse.INDIA).toString());
        warehouse.lot(store, today);
        var reserved = warehouse.lot(warehouse.location(), product, "10", "1");
        var held = warehouse.lot(store, product, "20", "1");
        warehouse.expiredLot(store, product, "40");
        asOwner("UPDATE inventory.balances SET reserved = 7 WHERE lot_id = '" + reserved + "'");
        asOwner("UPDATE inventory.lots SET state = 'hold' WHERE id = '" + held + "'");

        var shown = only();

        assertThat(shown.path("available").decimalValue()).isEqualByComparingTo("7");
        assertThat(shown.path("inStock").asBoolean()).isTrue();
    }

    @Test
    void pagesFiltersAndSorts() {
        var category = warehouse
                .manager()
                .post("/api/warehouse/products/categories", Map.of("name", mark))
                .expect(201)
                .id();
        for (var name : List.of("Chard", "Basil", "Amaranth")) {
            warehouse.product(sold(name, Map.of("categoryId", category)));
        }

        var page = customer()
                .get(CATALOGUE + "?limit=2&sort=-name&categoryId=" + category)
                .expect(200);

        assertThat(page.ok().findValuesAsString("name")).containsExactly("Chard " + mark, "Basil " + mark);
        assertThat(page.meta().path("total").asInt()).isEqualTo(3);
        customer().get(CATALOGUE + "?sort=costPrice").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void needsAPermissionOfOrdersAndTheTenant() {
        warehouse.product(sold("Basil", Map.of()));

        assertThat(warehouse
                        .manager()
                        .as("orders:read")
                        .get(CATALOGUE + "?q=" + mark)
                        .ok())
                .hasSize(1);
        warehouse.manager().as("products:read").get(CATALOGUE).expect(403, "FORBIDDEN");
        assertThat(customer()
                        .tenant(TestTokens.OTHER)
                        .get(CATALOGUE + "?q=" + mark)
                        .ok())
                .isEmpty();
    }

    private JsonNode only() {
        var shown = customer().get(CATALOGUE + "?q=" + mark).expect(200).ok();
        assertThat(shown).hasSize(1);
        return shown.path(0);
    }

    private Api customer() {
        return warehouse.manager().as("orders:own");
    }

    private Map<String, Object> sold(String name, Map<String, Object> fields) {
        var all = new HashMap<String, Object>(Map.of("name", name + " " + mark, "isB2cAvailable", true));
        all.putAll(fields);
        return all;
    }

    private void asOwner(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(owner.getUrl(), owner.getUser(), owner.getPassword());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
