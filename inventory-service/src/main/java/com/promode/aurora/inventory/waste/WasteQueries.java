package com.promode.aurora.inventory.waste;

import com.promode.aurora.inventory.stock.DisposalMethod;
import com.promode.aurora.inventory.stock.WasteReason;
import com.promode.aurora.inventory.waste.WasteView.WastedLot;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.time.LocalDate;
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
class WasteQueries {

    private static final TypeReference<List<WastedLot>> LOTS = new TypeReference<>() {};

    private final Lists lists;
    private final Listing<WasteView> waste;

    WasteQueries(Lists lists, JsonMapper json) {
        this.lists = lists;
        this.waste = Listing.of(WasteView.class, """
                        w.*, (SELECT m.from_location_id FROM stock_movements m WHERE m.id = w.id) AS location_id,
                        (SELECT r.reversal_id FROM reversals r WHERE r.movement_id = w.id) AS reversed_by,
                        (SELECT json_agg(json_build_object('lotId', t.lot_id, 'batchNumber', l.batch_number,
                             'quantity', t.quantity) ORDER BY t.lot_id)
                         FROM stock_movement_lots t JOIN lots l ON l.id = t.lot_id
                         WHERE t.movement_id = w.id) AS lots""", "waste_records w")
                .field("occurredAt", "w.occurred_at", Instant.class)
                .field("productId", "w.product_id", UUID.class)
                .field("wasteReason", "w.waste_reason", WasteReason.class)
                .field("disposalMethod", "w.disposal_method", DisposalMethod.class)
                .field("disposalDate", "w.disposal_date", LocalDate.class)
                .order("-occurredAt")
                .key("w.id")
                .mappedBy(view(json))
                .build();
    }

    Page<WasteView> find(ListQuery query) {
        return lists.keyset(waste, query);
    }

    WasteView get(UUID id) {
        return lists.one(waste, id).orElseThrow(() -> BusinessException.notFound("waste record", id));
    }

    private static RowMapper<WasteView> view(JsonMapper json) {
        return (row, number) -> new WasteView(
                row.getObject("id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getObject("location_id", UUID.class),
                row.getBigDecimal("quantity"),
                WasteReason.valueOf(row.getString("waste_reason").toUpperCase(Locale.ROOT)),
                DisposalMethod.valueOf(row.getString("disposal_method").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("cost_impact"),
                row.getObject("reported_by", UUID.class),
                row.getObject("disposal_date", LocalDate.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("notes"),
                row.getObject("reversed_by", UUID.class),
                json.readValue(row.getString("lots"), LOTS));
    }
}
