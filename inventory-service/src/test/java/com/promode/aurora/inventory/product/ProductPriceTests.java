package com.promode.aurora.inventory.product;

import static com.promode.aurora.inventory.Warehouse.PRODUCTS;
import static com.promode.aurora.inventory.Warehouse.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;

@ServiceTest
@Import(Warehouse.class)
class ProductPriceTests {

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private JdbcOperations jdbc;

    @Autowired
    private FlywayProperties owner;

    @Test
    void remembersEachPriceAndCostFromTheFirstOn() {
        var path = PRODUCTS + "/" + warehouse.product(Map.of("price", 6.5));
        warehouse
                .manager()
                .put(path, body(Map.of("price", 6.5, "name", "Another")))
                .expect(200);
        warehouse.manager().put(path, body(Map.of("price", 7))).expect(200);
        warehouse.manager().put(path, body(Map.of("price", 7, "costPrice", 4))).expect(200);

        var prices = warehouse.manager().get(path + "/prices?total=true").expect(200);

        assertThat(prices.meta().path("total").asInt()).isEqualTo(3);
        assertThat(prices.ok().valueStream().map(row -> row.path("price")
                        .decimalValue()
                        .stripTrailingZeros()
                        .toPlainString()))
                .containsExactly("7", "7", "6.5");
        assertThat(prices.ok().path(0).path("costPrice").decimalValue()).isEqualByComparingTo("4");
        assertThat(prices.ok().path(1).path("costPrice").isNull()).isTrue();
        assertThat(prices.ok().path(2).path("changedBy").asString()).isNotEmpty();
        var first =
                warehouse.manager().get(path + "/prices?limit=1&sort=validFrom").expect(200);
        assertThat(first.ok().path(0)).isEqualTo(prices.ok().path(2));
        assertThat(first.meta().path("nextCursor").asString()).isNotEmpty();
    }

    @Test
    void needsPermissionTenantAndProduct() {
        var path = PRODUCTS + "/" + warehouse.product() + "/prices";

        warehouse.manager().as("stock:read").get(path).expect(403, "FORBIDDEN");
        warehouse.manager().tenant(TestTokens.OTHER).get(path).expect(404, "NOT_FOUND");
        warehouse.manager().get(path + "?sort=price").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void nobodyRewritesTheHistory() throws Exception {
        warehouse.product();

        assertThatThrownBy(() -> jdbc.update("UPDATE product_prices SET price = 0"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.update("DELETE FROM product_prices"))
                .rootCause()
                .hasMessageContaining("permission denied");
        try (var connection = DriverManager.getConnection(owner.getUrl(), owner.getUser(), owner.getPassword());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE inventory.product_prices SET price = 0"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("DELETE FROM inventory.product_prices"))
                    .hasMessageContaining("append-only");
        }
    }
}
