package com.promode.aurora.analytics.stock;

import static java.time.ZoneOffset.UTC;

import com.promode.aurora.contracts.inventory.ProductEvent.CategoryChanged;
import com.promode.aurora.contracts.inventory.ProductEvent.ProductChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what products and categories are called; the newest version stays, whatever comes in which order. */
@Service
@Transactional
class ProductNames {

    private final JdbcClient jdbc;

    ProductNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apply(ProductChanged product) {
        jdbc.sql("""
                        INSERT INTO products AS known (id, code, name, category_id, product_version, as_of)
                        VALUES (:id, :code, :name, :categoryId, :version, :recordedAt)
                        ON CONFLICT (tenant_id, id) DO UPDATE
                        SET code = excluded.code, name = excluded.name, category_id = excluded.category_id,
                            product_version = excluded.product_version,
                            as_of = greatest(known.as_of, excluded.as_of)
                        WHERE excluded.product_version > known.product_version
                        """)
                .param("id", product.productId())
                .param("code", product.productCode())
                .param("name", product.name())
                .param("categoryId", product.categoryId())
                .param("version", product.version())
                .param("recordedAt", product.recordedAt().atOffset(UTC))
                .update();
    }

    void apply(CategoryChanged category) {
        jdbc.sql("""
                        INSERT INTO categories AS known (id, name, version, as_of)
                        VALUES (:id, :name, :version, :recordedAt)
                        ON CONFLICT (tenant_id, id) DO UPDATE
                        SET name = excluded.name, version = excluded.version,
                            as_of = greatest(known.as_of, excluded.as_of)
                        WHERE excluded.version > known.version
                        """)
                .param("id", category.categoryId())
                .param("name", category.name())
                .param("version", category.version())
                .param("recordedAt", category.recordedAt().atOffset(UTC))
                .update();
    }
}
