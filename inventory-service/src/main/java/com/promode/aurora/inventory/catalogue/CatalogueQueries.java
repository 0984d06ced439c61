package com.promode.aurora.inventory.catalogue;

import com.promode.aurora.inventory.unit.Unit;
import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class CatalogueQueries {

    private static final Listing<CatalogueView> CATALOGUE = Listing.of(CatalogueView.class, """
                    p.id, p.product_code, p.name, p.description, p.category_id, p.unit, p.price, p.image_url, p.quality_grade,
                    (SELECT coalesce(sum(b.on_hand - b.reserved), 0) FROM balances b JOIN lots l ON l.id = b.lot_id
                     WHERE b.product_id = p.id AND NOT b.is_empty AND l.state = 'available'
                       AND (l.expiry_date IS NULL OR l.expiry_date >= :today)) AS available""", "products p")
            .field("productId", "p.id", UUID.class)
            .field("productCode", "p.product_code", String.class)
            .field("name", "p.name", String.class)
            .field("categoryId", "p.category_id", UUID.class)
            .field("unit", "p.unit", Unit.class)
            .field("price", "p.price", BigDecimal.class)
            .field("qualityGrade", "p.quality_grade", String.class)
            .where("p.status = 'active' AND p.is_b2c_available")
            .search("p.id IN (SELECT products_containing(:q))")
            .order("name")
            .key("p.id")
            .mappedBy((row, number) -> view(row))
            .build();

    private final Lists lists;
    private final BusinessTime businessTime;

    CatalogueQueries(Lists lists, BusinessTime businessTime) {
        this.lists = lists;
        this.businessTime = businessTime;
    }

    Page<CatalogueView> find(ListQuery query) {
        return lists.page(CATALOGUE, query, Map.of("today", businessTime.today()));
    }

    private static CatalogueView view(ResultSet row) throws SQLException {
        var available = row.getBigDecimal("available");
        return new CatalogueView(
                row.getObject("id", UUID.class),
                row.getString("product_code"),
                row.getString("name"),
                row.getString("description"),
                row.getObject("category_id", UUID.class),
                Unit.of(row.getString("unit")),
                row.getBigDecimal("price"),
                row.getString("image_url"),
                row.getString("quality_grade"),
                available,
                available.signum() > 0);
    }
}
