package com.promode.aurora.inventory.count;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
@Transactional(readOnly = true)
class CountQueries {

    private static final TypeReference<List<CountView.Line>> LINES = new TypeReference<>() {};

    private final Lists lists;
    private final Listing<CountView> counts;

    CountQueries(Lists lists, JsonMapper json) {
        this.lists = lists;
        this.counts = Listing.of(CountView.class, """
                        c.*, (SELECT coalesce(json_agg(json_build_object('productId', n.product_id,
                                  'productCode', p.product_code, 'lotId', n.lot_id, 'batchNumber', l.batch_number,
                                  'counted', n.counted, 'countedBy', n.counted_by, 'countedAt', n.counted_at,
                                  'expected', CASE WHEN c.status = 'posted' THEN n.expected END,
                                  'variance', CASE WHEN c.status = 'posted' THEN n.counted - n.expected END,
                                  'movementId', n.movement_id) ORDER BY p.product_code, l.batch_number, n.lot_id), '[]')
                              FROM stock_count_lines n JOIN products p ON p.id = n.product_id JOIN lots l ON l.id = n.lot_id
                              WHERE n.count_id = c.id) AS lines""", "stock_counts c")
                .field("openedAt", "c.opened_at", Instant.class)
                .field("code", "c.code", String.class)
                .field("locationId", "c.location_id", UUID.class)
                .field("status", "c.status", CountStatus.class)
                .order("-openedAt")
                .key("c.id")
                .mappedBy(view(json))
                .build();
    }

    Page<CountView> find(ListQuery query) {
        return lists.page(counts, query);
    }

    CountView get(UUID id) {
        return lists.one(counts, id).orElseThrow(() -> BusinessException.notFound("stock count", id));
    }

    private static RowMapper<CountView> view(JsonMapper json) {
        return (row, number) -> {
            var lines = json.readValue(row.getString("lines"), LINES);
            var closedAt = row.getObject("closed_at", OffsetDateTime.class);
            return new CountView(
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    row.getObject("location_id", UUID.class),
                    CountStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                    row.getString("notes"),
                    row.getObject("opened_by", UUID.class),
                    row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                    row.getObject("closed_by", UUID.class),
                    closedAt == null ? null : closedAt.toInstant(),
                    lines,
                    lines.stream()
                            .filter(line -> line.counted() == null)
                            .map(CountView.Line::lotId)
                            .toList());
        };
    }
}
