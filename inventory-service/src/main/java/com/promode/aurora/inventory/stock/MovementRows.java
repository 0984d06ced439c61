package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.inventory.stock.Movement.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads movements of the ledger as what they were, for those who take them further or back. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MovementRows {

    private final JdbcClient jdbc;

    MovementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the movements that there are, in the order of their ids. */
    List<Movement> find(Collection<UUID> ids) {
        var keys = ids.toArray(UUID[]::new);
        var lots = jdbc
                .sql("SELECT movement_id, lot_id, quantity FROM stock_movement_lots WHERE movement_id = ANY(:ids)")
                .param("ids", keys)
                .query((row, number) -> Map.entry(row.getObject("movement_id", UUID.class), lot(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("SELECT * FROM stock_movements WHERE id = ANY(:ids) ORDER BY id")
                .param("ids", keys)
                .query((row, number) -> movement(row, lots.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private static LotQuantity lot(ResultSet row) throws SQLException {
        return new LotQuantity(row.getObject("lot_id", UUID.class), row.getBigDecimal("quantity"));
    }

    private static Movement movement(ResultSet row, List<LotQuantity> lots) throws SQLException {
        return new Movement(
                row.getObject("id", UUID.class),
                command(row),
                new Origin(
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("created_by", UUID.class)),
                constant(Place.class, row.getString("from_place")),
                constant(Place.class, row.getString("to_place")),
                row.getObject("reversal_of", UUID.class),
                row.getBigDecimal("unit_cost"),
                row.getBigDecimal("cost"),
                row.getBigDecimal("revenue"),
                lots,
                List.of());
    }

    private static MoveStock command(ResultSet row) throws SQLException {
        return new MoveStock(
                row.getObject("product_id", UUID.class),
                constant(MovementType.class, row.getString("movement_type")),
                row.getBigDecimal("quantity"),
                row.getObject("lot_id", UUID.class),
                row.getObject("from_location_id", UUID.class),
                row.getObject("to_location_id", UUID.class),
                null,
                row.getBigDecimal("unit_price"),
                optional(ReferenceType.class, row.getString("reference_type")),
                row.getObject("reference_id", UUID.class),
                null,
                row.getString("reason"),
                optional(WasteReason.class, row.getString("waste_reason")),
                optional(DisposalMethod.class, row.getString("disposal_method")),
                row.getString("notes"));
    }

    private static <E extends Enum<E>> @Nullable E optional(Class<E> type, @Nullable String wire) {
        return wire == null ? null : constant(type, wire);
    }

    /** Their wire values are their names in lower case. */
    private static <E extends Enum<E>> E constant(Class<E> type, String wire) {
        return Enum.valueOf(type, wire.toUpperCase(Locale.ROOT));
    }
}
