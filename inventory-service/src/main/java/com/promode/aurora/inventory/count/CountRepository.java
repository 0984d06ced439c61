package com.promode.aurora.inventory.count;

import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CountRepository {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    CountRepository(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
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
                WHERE c.id = :id AND NOT b.is_empty
                """).param("id", count.id()).update();
        return opened == 1;
    }

    /** Until the transaction ends nobody else counts, posts or cancels; refuses where that has been done. */
    StockCount lockOpen(UUID id, String verb) {
        var count = jdbc.sql("SELECT id, code, location_id, status FROM stock_counts WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(StockCount.class)
                .optional()
                .orElseThrow(() -> BusinessException.notFound("stock count", id));
        count.requireOpen(verb);
        return count;
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
