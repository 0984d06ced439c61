package com.promode.aurora.inventory.count;

import com.promode.aurora.inventory.stock.CountedStock.Booked;
import com.promode.aurora.inventory.stock.CountedStock.Counted;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found in stock takes; who changes any of it has locked the count. */
@Repository
class CountLineRepository {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Tenants tenants;

    CountLineRepository(JdbcClient jdbc, JdbcOperations batches, Tenants tenants) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tenants = tenants;
    }

    /** How much somebody found of a lot. */
    record Found(UUID lotId, BigDecimal counted, UUID countedBy, Instant countedAt) {}

    /** Keeps what was found beside what the ledger has; of a lot that was counted before, the later holds. */
    void count(UUID id, List<Counted> lots, List<Booked> booked, UUID user, Instant now) {
        var tenant = tenants.current();
        batches.batchUpdate(
                """
                INSERT INTO stock_count_lines (count_id, lot_id, tenant_id, product_id, counted, expected, counted_by, counted_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (count_id, lot_id) DO UPDATE SET counted = excluded.counted, expected = excluded.expected,
                    counted_by = excluded.counted_by, counted_at = excluded.counted_at
                """,
                IntStream.range(0, lots.size())
                        .mapToObj(position -> new Object[] {
                            id,
                            lots.get(position).lotId(),
                            tenant,
                            lots.get(position).productId(),
                            lots.get(position).quantity(),
                            booked.get(position).onHand(),
                            user,
                            now.atOffset(ZoneOffset.UTC)
                        })
                        .toList());
        batches.batchUpdate(
                """
                INSERT INTO stock_count_entries (id, tenant_id, count_id, lot_id, counted, expected, counted_by, counted_at)
                SELECT ?, tenant_id, count_id, lot_id, counted, expected, counted_by, counted_at
                FROM stock_count_lines WHERE count_id = ? AND lot_id = ?
                """,
                lots.stream()
                        .map(lot -> new Object[] {Ids.next(), id, lot.lotId()})
                        .toList());
    }

    /** What was found last of these lots, if anything was. */
    List<Found> found(UUID id, List<Counted> lots) {
        return jdbc
                .sql("""
                SELECT lot_id, counted, counted_by, counted_at FROM stock_count_lines
                WHERE count_id = :id AND lot_id = ANY(:lots) AND counted IS NOT NULL ORDER BY lot_id
                """)
                .param("id", id)
                .param("lots", lots.stream().map(Counted::lotId).toArray(UUID[]::new))
                .query(Found.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** All who have counted, those too whose count was replaced. */
    Set<UUID> counters(UUID id) {
        return jdbc.sql("SELECT DISTINCT counted_by FROM stock_count_entries WHERE count_id = :id")
                .param("id", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    List<CountedLine> counted(UUID id) {
        return jdbc.sql("""
                SELECT n.product_id, p.product_code, n.lot_id, l.batch_number, n.counted, n.expected
                FROM stock_count_lines n JOIN products p ON p.id = n.product_id JOIN lots l ON l.id = n.lot_id
                WHERE n.count_id = :id AND n.counted IS NOT NULL
                ORDER BY n.product_id, n.lot_id
                """).param("id", id).query(CountedLine.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Names the movement of each line, in their order. */
    void moved(UUID id, List<CountedLine> lines, List<UUID> movements) {
        batches.batchUpdate(
                "UPDATE stock_count_lines SET movement_id = ? WHERE count_id = ? AND lot_id = ?",
                IntStream.range(0, lines.size())
                        .mapToObj(position -> new Object[] {
                            movements.get(position), id, lines.get(position).lotId()
                        })
                        .toList());
    }
}
