package com.promode.aurora.inventory.trace;

import com.promode.aurora.inventory.trace.TraceView.Moved;
import com.promode.aurora.inventory.trace.TraceView.Sale;
import com.promode.aurora.inventory.trace.TraceView.Split;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the ledger says of single lots, the newest lines first. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LotLedger {

    // each line is two entries: what its goods came to gains, what they came from loses
    private static final String TOTALS = """
            SELECT l.lot_id,
                -coalesce(sum(e.quantity) FILTER (WHERE e.place = 'supplier'), 0.000) AS received,
                -coalesce(sum(e.quantity) FILTER (WHERE e.place = 'customer' AND e.is_return), 0.000) AS returned,
                -coalesce(sum(e.quantity) FILTER (WHERE e.place = 'adjustment'), 0.000) AS adjusted,
                coalesce(sum(e.quantity) FILTER (WHERE e.place = 'location'), 0.000) AS on_hand,
                coalesce(sum(e.quantity) FILTER (WHERE e.place = 'in_transit'), 0.000) AS in_transit,
                coalesce(sum(e.quantity) FILTER (WHERE e.place = 'customer' AND NOT e.is_return), 0.000) AS shipped,
                coalesce(sum(e.quantity) FILTER (WHERE e.place = 'waste'), 0.000) AS wasted
            FROM stock_movement_lots l JOIN stock_movements m ON m.id = l.movement_id
            CROSS JOIN LATERAL (VALUES
                (m.to_place, l.quantity, m.reversal_of IS NOT NULL),
                (m.from_place, -l.quantity, m.reversal_of IS NULL)) AS e (place, quantity, is_return)
            WHERE l.lot_id = ANY(:lots) GROUP BY l.lot_id
            """;

    private static final String LINES = """
            FROM stock_movement_lots l JOIN stock_movements m ON m.id = l.movement_id
            LEFT JOIN reversals r ON r.movement_id = m.id
            WHERE l.lot_id = :lot %s ORDER BY l.movement_id DESC LIMIT :limit
            """;

    private static final String STILL_TRUE = "AND m.reversal_of IS NULL AND r.movement_id IS NULL ";

    private static final String MOVEMENTS = """
            SELECT m.id, m.movement_type, l.quantity, m.from_place, m.from_location_id, m.to_place, m.to_location_id,
                m.occurred_at, m.recorded_at, m.created_by, m.reason, m.reversal_of, r.reversal_id AS reversed_by
            """ + LINES.formatted("");

    private static final String SPLITS =
            """
            SELECT m.id AS movement_id, m.from_location_id AS "from", m.to_location_id AS "to", l.quantity,
                m.occurred_at AS at
            """ + LINES.formatted(STILL_TRUE + "AND m.from_place = 'location' AND m.to_place = 'location'");

    private static final String SALES =
            """
            SELECT m.id AS movement_id, m.from_location_id AS location_id, l.quantity, m.occurred_at AS at,
                m.reference_type, m.reference_id
            """ + LINES.formatted(STILL_TRUE + "AND m.from_place = 'location' AND m.to_place = 'customer'");

    private final JdbcClient jdbc;

    LotLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The totals of those of the lots that ever moved. */
    Map<UUID, LotTotals> totals(Collection<UUID> lots) {
        return jdbc
                .sql(TOTALS)
                .param("lots", lots.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("lot_id", UUID.class), totals(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Moved> movements(UUID lot, int limit) {
        return list(MOVEMENTS, Moved.class, lot, limit);
    }

    List<Split> splits(UUID lot, int limit) {
        return list(SPLITS, Split.class, lot, limit);
    }

    List<Sale> sales(UUID lot, int limit) {
        return list(SALES, Sale.class, lot, limit);
    }

    private <T> List<T> list(String sql, Class<T> type, UUID lot, int limit) {
        return jdbc.sql(sql).param("lot", lot).param("limit", limit).query(type).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static LotTotals totals(ResultSet row) throws SQLException {
        return new LotTotals(
                row.getBigDecimal("received"),
                row.getBigDecimal("returned"),
                row.getBigDecimal("adjusted"),
                row.getBigDecimal("on_hand"),
                row.getBigDecimal("in_transit"),
                row.getBigDecimal("shipped"),
                row.getBigDecimal("wasted"));
    }
}
