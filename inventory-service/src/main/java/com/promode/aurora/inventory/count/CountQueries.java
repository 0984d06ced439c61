package com.promode.aurora.inventory.count;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class CountQueries {

    /** As many lines as somebody may count at once. */
    private static final int FIRST_LINES = 1_000;

    private static final Listing<CountView> COUNTS = Listing.of(CountView.class, """
                    c.*, (SELECT count(*) FROM stock_count_lines n WHERE n.count_id = c.id) AS line_count,
                    (SELECT count(n.counted) FROM stock_count_lines n WHERE n.count_id = c.id) AS counted_count""", "stock_counts c")
            .field("openedAt", "c.opened_at", Instant.class)
            .field("code", "c.code", String.class)
            .field("locationId", "c.location_id", UUID.class)
            .field("status", "c.status", CountStatus.class)
            .order("-openedAt")
            .key("c.id")
            .build();

    private static final String COLUMNS = """
            n.product_id, p.product_code, n.lot_id, l.batch_number, n.counted, n.counted_by, n.counted_at, n.movement_id,
            CASE WHEN c.status = 'posted' THEN n.expected END AS expected,
            CASE WHEN c.status = 'posted' THEN n.counted - n.expected END AS variance""";

    private static final String TABLES = """
            stock_count_lines n JOIN stock_counts c ON c.id = n.count_id JOIN products p ON p.id = n.product_id
            JOIN lots l ON l.id = n.lot_id""";

    private static final Listing<CountLineView> LINES = Listing.of(CountLineView.class, COLUMNS, TABLES)
            .field("productCode", "p.product_code", String.class)
            .field("productId", "n.product_id", UUID.class)
            .field("lotId", "n.lot_id", UUID.class)
            .field("countedBy", "n.counted_by", UUID.class)
            .field("isCounted", "(n.counted IS NOT NULL)", Boolean.class)
            .where("n.count_id = :count")
            .order("productCode")
            .key("n.lot_id")
            .build();

    private final Lists lists;
    private final JdbcClient jdbc;

    CountQueries(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<CountView> find(ListQuery query) {
        return lists.page(COUNTS, query);
    }

    CountSheetView get(UUID id) {
        var first = jdbc.sql("SELECT " + COLUMNS + " FROM " + TABLES
                        + " WHERE n.count_id = :count ORDER BY p.product_code, l.batch_number, n.lot_id LIMIT :limit")
                .param("count", id)
                .param("limit", FIRST_LINES)
                .query(lists.mapper(LINES))
                .list();
        return CountSheetView.of(count(id), first);
    }

    Page<CountLineView> lines(UUID id, ListQuery query) {
        count(id);
        return lists.page(LINES, query, Map.of("count", id));
    }

    private CountView count(UUID id) {
        return lists.one(COUNTS, id).orElseThrow(() -> BusinessException.notFound("stock count", id));
    }
}
