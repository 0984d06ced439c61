package com.promode.aurora.inventory.product;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/** The history of prices, to which one may only add. */
@Repository
class ProductPriceRepository {

    private final JdbcOperations batches;
    private final Tenants tenants;

    ProductPriceRepository(JdbcOperations batches, Tenants tenants) {
        this.batches = batches;
        this.tenants = tenants;
    }

    /** From now on the products have the prices that they have. */
    void append(List<Product> products, UUID changedBy, Instant now) {
        var tenant = tenants.current();
        batches.batchUpdate(
                """
                INSERT INTO product_prices (id, tenant_id, product_id, price, cost_price, valid_from, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                products.stream()
                        .map(product -> new Object[] {
                            Ids.next(),
                            tenant,
                            product.id(),
                            product.details().price(),
                            product.details().costPrice(),
                            now.atOffset(ZoneOffset.UTC),
                            changedBy
                        })
                        .toList());
    }
}
