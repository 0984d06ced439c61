package com.promode.aurora.inventory.count;

import com.promode.aurora.inventory.stock.CountedStock.Booked;
import com.promode.aurora.inventory.stock.CountedStock.Counted;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CountRepository {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Tenants tenants;

    CountRepository(JdbcClient jdbc, JdbcOperations batches, Tenants tenants) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tenants = tenants;
    }

    /** Opens a count of all that lies at its location; says whether none was open there. */
    boolean open(StockCount count, @Nullable String notes, UUID user, Instant now) {
        var opened = jdbc.sql("""
                INSERT INTO stock_counts (id, tenant_id, code, location_id, status, notes, opened_by, opened_at)
                VALUES (:id, :tenant, :code, :location, 'open', :notes, :user, :now)
                ON CONFLICT (location_id) WHERE status = 'open' DO NOTHING
                """)
                .param("id", count.id())
                .param("tenant", tenants.current())
                .param("code", count.code())
                .param("location", count.locationId())
                .param("notes", notes)
                .param("user", user)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                INSERT INTO stock_count_lines (count_id, lot_id, tenant_id, product_id)
                SELECT c.id, b.lot_id, b.tenant_id, b.product_id
                FROM stock_counts c JOIN balances b ON b.location_id = c.location_id
                WHERE c.id = :id AND b.on_hand > 0
                """).param("id", count.id()).update();
        return opened == 1;
    }

    /** Until the transaction ends nobody else counts, posts or cancels. */
    Optional<StockCount> lock(UUID id) {
        return jdbc.sql("SELECT id, code, location_id, status FROM stock_counts WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(StockCount.class)
                .optional();
    }

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
    }

    /** Of which something has been counted. */
    Set<UUID> products(UUID id) {
        return jdbc.sql("SELECT product_id FROM stock_count_lines WHERE count_id = :id AND counted IS NOT NULL")
                .param("id", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    List<CountedLine> counted(UUID id) {
        return jdbc.sql("""
                SELECT n.product_id, p.product_code, n.lot_id, l.batch_number, n.counted, n.expected, n.counted_by
                FROM stock_count_lines n JOIN products p ON p.id = n.product_id JOIN lots l ON l.id = n.lot_id
                WHERE n.count_id = :id AND n.counted IS NOT NULL
                ORDER BY n.product_id, n.lot_id
                """)
                .param("id", id)
                .query((row, number) -> new CountedLine(
                        row.getObject("product_id", UUID.class),
                        row.getString("product_code"),
                        row.getObject("lot_id", UUID.class),
                        row.getString("batch_number"),
                        row.getBigDecimal("counted"),
                        row.getBigDecimal("expected"),
                        row.getObject("counted_by", UUID.class)))
                .list();
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

    void close(UUID id, CountStatus status, UUID user, Instant now) {
        jdbc.sql("UPDATE stock_counts SET status = :status, closed_by = :user, closed_at = :now WHERE id = :id")
                .param("id", id)
                .param("status", status.toString())
                .param("user", user)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
