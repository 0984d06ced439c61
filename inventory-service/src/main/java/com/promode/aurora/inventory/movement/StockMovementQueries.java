package com.promode.aurora.inventory.movement;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.inventory.stock.MovementView;
import com.promode.aurora.inventory.stock.ReferenceType;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.sql.ResultSet;
import java.sql.SQLException;
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
class StockMovementQueries {

    private static final TypeReference<List<LotQuantity>> LOTS = new TypeReference<>() {};

    private final Lists lists;
    private final Listing<MovementView> movements;

    /** Those that a lot had part in, whether it was named or found by its expiry. */
    private final Listing<MovementView> movementsOfLot;

    StockMovementQueries(Lists lists, JsonMapper json) {
        this.lists = lists;
        this.movements = listing("stock_movements m", "m.lot_id", json);
        this.movementsOfLot = listing(
                "stock_movement_lots part JOIN stock_movements m ON m.id = part.movement_id", "part.lot_id", json);
    }

    Page<MovementView> find(ListQuery query) {
        return lists.keyset(query.filter("lotId") == null ? movements : movementsOfLot, query);
    }

    MovementView get(UUID id) {
        return lists.one(movements, id).orElseThrow(() -> BusinessException.notFound("movement", id));
    }

    private static Listing<MovementView> listing(String from, String lot, JsonMapper json) {
        return Listing.of(MovementView.class, """
                        m.*, (SELECT json_agg(json_build_object('lotId', l.lot_id, 'quantity', l.quantity) ORDER BY l.lot_id)
                              FROM stock_movement_lots l WHERE l.movement_id = m.id) AS lots,
                        (SELECT r.reversal_id FROM reversals r WHERE r.movement_id = m.id) AS reversed_by""", from)
                .field("occurredAt", "m.occurred_at", Instant.class)
                .field("productId", "m.product_id", UUID.class)
                .field("movementType", "m.movement_type", MovementType.class)
                .field("fromLocationId", "m.from_location_id", UUID.class)
                .field("toLocationId", "m.to_location_id", UUID.class)
                .field("lotId", lot, UUID.class)
                .field("referenceType", "m.reference_type", ReferenceType.class)
                .field("referenceId", "m.reference_id", UUID.class)
                .order("-occurredAt")
                .key("m.id")
                .mappedBy(view(json))
                .build();
    }

    private static RowMapper<MovementView> view(JsonMapper json) {
        return (row, number) -> new MovementView(
                row.getObject("id", UUID.class),
                row.getObject("product_id", UUID.class),
                MovementType.valueOf(row.getString("movement_type").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("quantity"),
                row.getObject("lot_id", UUID.class),
                row.getObject("from_location_id", UUID.class),
                row.getObject("to_location_id", UUID.class),
                row.getBigDecimal("unit_cost"),
                row.getBigDecimal("cost"),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("revenue"),
                row.getString("reference_type"),
                row.getObject("reference_id", UUID.class),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                row.getString("reason"),
                row.getString("waste_reason"),
                row.getString("disposal_method"),
                row.getString("notes"),
                row.getObject("created_by", UUID.class),
                row.getObject("reversal_of", UUID.class),
                row.getObject("reversed_by", UUID.class),
                json.readValue(row.getString("lots"), LOTS),
                List.of());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
