package com.promode.aurora.inventory.adjustment;

import com.promode.aurora.starter.tenant.Tenants;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AdjustmentRepository {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    AdjustmentRepository(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    void save(Adjustment adjustment, BigDecimal worth, Instant now) {
        jdbc.sql("""
                INSERT INTO adjustments (id, tenant_id, product_id, lot_id, location_id, quantity, reason, notes, worth, status,
                    requested_by, requested_at)
                VALUES (:id, :tenant, :product, :lot, :location, :quantity, :reason, :notes, :worth, :status, :user, :now)
                """)
                .param("id", adjustment.id())
                .param("tenant", tenants.current())
                .param("product", adjustment.productId())
                .param("lot", adjustment.lotId())
                .param("location", adjustment.locationId())
                .param("quantity", adjustment.quantity())
                .param("reason", adjustment.reason())
                .param("notes", adjustment.notes())
                .param("worth", worth)
                .param("status", adjustment.status().toString())
                .param("user", adjustment.requestedBy())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Until the transaction ends nobody else decides. */
    Optional<Adjustment> lock(UUID id) {
        return jdbc.sql("""
                SELECT id, product_id, lot_id, location_id, quantity, reason, notes, status, requested_by
                FROM adjustments WHERE id = :id FOR NO KEY UPDATE
                """).param("id", id).query(Adjustment.class).optional();
    }

    void approve(UUID id, UUID movement, UUID user, Instant now) {
        jdbc.sql("""
                UPDATE adjustments SET status = 'approved', movement_id = :movement, decided_by = :user, decided_at = :now
                WHERE id = :id
                """)
                .param("id", id)
                .param("movement", movement)
                .param("user", user)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void reject(UUID id, String reason, UUID user, Instant now) {
        jdbc.sql("""
                UPDATE adjustments SET status = 'rejected', rejection_reason = :reason, decided_by = :user, decided_at = :now
                WHERE id = :id
                """)
                .param("id", id)
                .param("reason", reason)
                .param("user", user)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
