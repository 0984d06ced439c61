package com.promode.aurora.inventory.product;

import com.promode.aurora.inventory.unit.Unit;
import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            p.image_url, p.barcode, p.sku, p.is_b2c_available, p.incoming_check_required,
            p.over_receipt_tolerance_percent, p.created_by, p.created_at, p.updated_at, p.version""";

    /** Of the page's rows alone: what a select computes at length PostgreSQL computes after the limit. */
    private static final String CONSUMED = """
            (SELECT sum(CASE WHEN m.reversal_of IS NULL THEN m.quantity ELSE -m.quantity END) FROM stock_movements m
             WHERE m.product_id = p.id AND m.movement_type = 'outbound' AND m.occurred_at >= :since) AS consumed""";

    private static final String TREE = "categoryTree";

    private static final String TABLES = "products p JOIN product_stock s ON s.product_id = p.id";

    private static final String IN_TREE =
            "CAST(:tree AS uuid) IS NULL OR p.category_id IN (SELECT category_tree(:tree))";

    private static final Listing<ProductView> PRODUCTS =
            listing(ProductView.class, COLUMNS, TABLES).build();

    private static final Listing<ProductView> LISTED =
            listing(ProductView.class, COLUMNS, TABLES).where(IN_TREE).build();

    private static final Listing<ProductView> FOUND = listing(
                    ProductView.class, COLUMNS, TABLES + " JOIN search_products(:q) f ON f.id = p.id")
            .field("relevance", "f.rank", BigDecimal.class)
            .where(IN_TREE)
            .search("f.rank > 0")
            .order("-relevance")
            .build();

    private static final Listing<PriceView> PRICES = Listing.of(
                    PriceView.class, "id, price, cost_price, valid_from, changed_by", "product_prices")
            .field("validFrom", "valid_from", Instant.class)
            .where("product_id = :product")
            .order("-validFrom")
            .build();

    private final Lists lists;
    private final JdbcClient jdbc;
    private final BusinessTime businessTime;
    private final Listing<LowProductView> low;

    ProductQueries(Lists lists, JdbcClient jdbc, BusinessTime businessTime) {
        this.lists = lists;
        this.jdbc = jdbc;
        this.businessTime = businessTime;
        var product = lists.mapper(PRODUCTS);
        this.low = listing(LowProductView.class, COLUMNS + ", " + CONSUMED, TABLES)
                .where("s.on_hand <= p.reorder_point AND p.status = 'active'")
                .mappedBy((row, number) -> LowProductView.of(
                        Objects.requireNonNull(product.mapRow(row, number)), row.getBigDecimal("consumed")))
                .build();
    }

    /** {@code categoryTree} is a category and everything below it. */
    Page<ProductView> find(ListQuery query) {
        return lists.page(LISTED, withoutTree(query), tree(query));
    }

    Page<ProductView> search(ListQuery query) {
        if (query.q() == null) {
            throw BusinessException.invalid("q", "must say what to search for");
        }
        return lists.page(FOUND, withoutTree(query), tree(query));
    }

    Page<LowProductView> low(ListQuery query) {
        var first = businessTime.today().minusDays(LowProductView.DAYS - 1L);
        return lists.page(low, query, Map.of("since", businessTime.start(first).atOffset(ZoneOffset.UTC)));
    }

    Page<PriceView> prices(UUID id, ListQuery query) {
        get(id);
        return lists.keyset(PRICES, query, Map.of("product", id));
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

    private static ListQuery withoutTree(ListQuery query) {
        var others = query.filters().stream()
                .filter(filter -> !filter.field().equals(TREE))
                .toList();
        return query.withFilters(others);
    }

    private static Map<String, @Nullable UUID> tree(ListQuery query) {
        var top = query.filter(TREE);
        try {
            return Collections.singletonMap("tree", top == null ? null : UUID.fromString(top));
        } catch (IllegalArgumentException ignored) {
            throw BusinessException.invalid(TREE, "'%s' is not a UUID", top);
        }
    }

    private static <T> Listing.Builder<T> listing(Class<T> view, String columns, String tables) {
        return Listing.of(view, columns, tables)
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
                .search("p.id IN (SELECT products_containing(:q))")
                .order("name")
                .key("p.id");
    }
}
