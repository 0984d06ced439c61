package com.promode.aurora.inventory.product;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class ProductQueries {

    private static final String COLUMNS = """
            p.id, p.product_code, p.name, p.description, p.category_id, p.unit, p.price, p.cost_price, s.average_cost,
            s.on_hand AS current_stock, p.min_stock_level, p.max_stock_level, p.reorder_point, p.status, p.quality_grade,
            p.perishable, p.shelf_life_days, p.storage_temperature_min, p.storage_temperature_max, p.supplier_id,
            p.image_url, p.barcode, p.sku, p.is_b2c_available, p.incoming_check_required, p.created_by, p.created_at,
            p.updated_at, p.version""";

    private static final String TABLES = "products p JOIN product_stock s ON s.product_id = p.id";

    private static final Listing<ProductView> PRODUCTS = listing().build();

    private static final Listing<ProductView> LOW = listing()
            .where("s.on_hand <= p.reorder_point AND p.status = 'active'")
            .build();

    private final Lists lists;
    private final JdbcClient jdbc;

    ProductQueries(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<ProductView> find(ListQuery query) {
        return lists.page(PRODUCTS, query);
    }

    Page<ProductView> search(ListQuery query) {
        if (query.q() == null) {
            throw BusinessException.invalid("q", "must say what to search for");
        }
        return lists.page(PRODUCTS, query);
    }

    Page<ProductView> low(ListQuery query) {
        return lists.page(LOW, query);
    }

    ProductView get(UUID id) {
        return lists.one(PRODUCTS, id).orElseThrow(() -> BusinessException.notFound("product", id));
    }

    /** In the order of the ids. */
    List<ProductView> get(List<UUID> ids) {
        return jdbc.sql(
                        "SELECT " + COLUMNS + " FROM " + TABLES
                                + " JOIN unnest(:ids::uuid[]) WITH ORDINALITY asked (id, position) ON asked.id = p.id ORDER BY position")
                .param("ids", ids.toArray(UUID[]::new))
                .query(lists.mapper(PRODUCTS))
                .list();
    }

    private static Listing.Builder<ProductView> listing() {
        return Listing.of(ProductView.class, COLUMNS, TABLES)
                .field("id", "p.id", UUID.class)
                .field("productCode", "p.product_code", String.class)
                .field("name", "p.name", String.class)
                .field("categoryId", "p.category_id", UUID.class)
                .field("unit", "p.unit", Unit.class)
                .field("price", "p.price", BigDecimal.class)
                .field("currentStock", "s.on_hand", BigDecimal.class)
                .field("reorderPoint", "p.reorder_point", BigDecimal.class)
                .field("status", "p.status", ProductStatus.class)
                .field("qualityGrade", "p.quality_grade", QualityGrade.class)
                .field("perishable", "p.perishable", Boolean.class)
                .field("supplierId", "p.supplier_id", UUID.class)
                .field("sku", "p.sku", String.class)
                .field("barcode", "p.barcode", String.class)
                .field("isB2cAvailable", "p.is_b2c_available", Boolean.class)
                .field("createdAt", "p.created_at", Instant.class)
                .field("updatedAt", "p.updated_at", Instant.class)
                .search("p.search LIKE '%' || replace(replace(lower(:q), '%', '\\%'), '_', '\\_') || '%'")
                .order("name")
                .key("p.id");
    }
}
