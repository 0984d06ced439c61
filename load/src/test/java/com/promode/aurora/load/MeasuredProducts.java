package com.promode.aurora.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products of which there is more than any run can take, loaded by the owner of the tables. */
record MeasuredProducts(JdbcClient owner, Ids ids, UUID tenant, int count) {

    private static final BigDecimal OPENING = new BigDecimal(1_000_000_000);

    MeasuredProducts load() {
        owner.sql(script("/movement/products.sql"))
                .param("tenant", tenant)
                .param("family", ids.family())
                .param("location", location())
                .param("receipt", ids.receipt(1))
                .param("products", count)
                .param("opening", OPENING)
                .update();
        return this;
    }

    UUID location() {
        return ids.location(1);
    }

    /** How much has been taken, as the products say it and as the ledger does; they must be the same. */
    Taken taken() {
        return owner.sql("""
                WITH measured AS (SELECT product_id FROM lots WHERE receipt_id = :receipt)
                SELECT (SELECT sum(:opening - on_hand) FROM product_stock NATURAL JOIN measured) AS of_products,
                       (SELECT coalesce(sum(CASE WHEN reversal_of IS NULL THEN quantity ELSE -quantity END), 0)
                        FROM stock_movements NATURAL JOIN measured
                        WHERE movement_type = 'outbound') AS of_ledger
                """)
                .param("opening", OPENING)
                .param("receipt", ids.receipt(1))
                .query(Taken.class)
                .single();
    }

    /** Quantities of all products together. */
    record Taken(BigDecimal ofProducts, BigDecimal ofLedger) {}

    static String script(String name) {
        try (var script = MeasuredProducts.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
