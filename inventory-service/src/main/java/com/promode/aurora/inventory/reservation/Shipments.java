package com.promode.aurora.inventory.reservation;

import com.promode.aurora.inventory.quarantine.LotHistory;
import com.promode.aurora.starter.tenant.Tenants;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which movements of the ledger took the lines of an order on the road. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Shipments {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Tenants tenants;
    private final LotHistory history;

    Shipments(JdbcClient jdbc, JdbcOperations batches, Tenants tenants, LotHistory history) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tenants = tenants;
        this.history = history;
    }

    /** A movement that took goods of a line. */
    record Shipment(UUID movementId, UUID lineId) {}

    /** What a customer was given of a lot, and what he has not given back. */
    record Given(UUID lineId, UUID movementId, UUID lotId, UUID productId, BigDecimal unitCost, BigDecimal quantity) {}

    /** The lot as which goods came back. */
    record ReturnedLot(
            UUID id,
            UUID productId,
            UUID receiptId,
            @Nullable UUID supplierId,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            BigDecimal quantity,
            UUID returnedFrom) {}

    void left(UUID lineId, List<UUID> movements) {
        var tenant = tenants.current();
        batches.batchUpdate(
                "INSERT INTO shipments (movement_id, tenant_id, line_id, state) VALUES (?, ?, ?, 'in_transit')",
                movements.stream()
                        .map(movement -> new Object[] {movement, tenant, lineId})
                        .toList());
    }

    List<Shipment> inTransit(UUID orderId) {
        return jdbc.sql("""
                SELECT s.movement_id, s.line_id
                FROM shipments s JOIN reservation_lines n ON n.line_id = s.line_id
                WHERE n.order_id = :order AND s.state = 'in_transit' ORDER BY s.movement_id
                """)
                .param("order", orderId)
                .query((row, number) ->
                        new Shipment(row.getObject("movement_id", UUID.class), row.getObject("line_id", UUID.class)))
                .list();
    }

    void arrived(UUID orderId, String state) {
        jdbc.sql("""
                UPDATE shipments SET state = :state
                WHERE state = 'in_transit' AND line_id IN (SELECT line_id FROM reservation_lines WHERE order_id = :order)
                """).param("state", state).param("order", orderId).update();
    }

    /** By line, what the customer still has of the order, the goods that were given last first. */
    Map<UUID, List<Given>> given(UUID orderId) {
        return jdbc.sql("""
                SELECT s.line_id, s.movement_id, p.lot_id, m.product_id, m.unit_cost,
                       p.quantity - coalesce((SELECT sum(r.quantity) FROM customer_returns r
                           WHERE r.movement_id = s.movement_id AND r.from_lot_id = p.lot_id), 0) AS quantity
                FROM shipments s
                    JOIN reservation_lines n ON n.line_id = s.line_id
                    JOIN stock_movements m ON m.id = s.movement_id
                    JOIN stock_movement_lots p ON p.movement_id = m.id
                WHERE n.order_id = :order AND s.state = 'delivered'
                ORDER BY s.line_id, s.movement_id DESC, p.lot_id
                """).param("order", orderId).query(Given.class).list().stream()
                .filter(given -> given.quantity().signum() > 0)
                .collect(Collectors.groupingBy(Given::lineId));
    }

    /** Some of what was given is a lot of its own again, on hold or recalled, with all that is known of the lot as which it left. */
    ReturnedLot takeBack(UUID id, Given given, BigDecimal quantity, String reason) {
        var lot = jdbc.sql("""
                INSERT INTO lots (id, tenant_id, product_id, receipt_id, supplier_id, batch_number, harvested_on, received_at,
                    expiry_date, unit_cost, quantity, state, hold_reason, returned_from)
                SELECT :id, tenant_id, product_id, receipt_id, supplier_id, batch_number, harvested_on, received_at,
                    expiry_date, :cost, :quantity, CASE state WHEN 'recalled' THEN state ELSE 'hold' END,
                    CASE state WHEN 'recalled' THEN NULL ELSE :reason END, id
                FROM lots WHERE id = :lot
                RETURNING id, product_id, receipt_id, supplier_id, batch_number, expiry_date, quantity, returned_from
                """)
                .param("id", id)
                .param("cost", given.unitCost())
                .param("quantity", quantity)
                .param("reason", reason)
                .param("lot", given.lotId())
                .query(ReturnedLot.class)
                .single();
        history.arrived(Map.of(id, reason));
        jdbc.sql("""
                INSERT INTO customer_returns (lot_id, tenant_id, movement_id, from_lot_id, quantity)
                VALUES (:id, :tenant, :movement, :lot, :quantity)
                """)
                .param("id", id)
                .param("tenant", tenants.current())
                .param("movement", given.movementId())
                .param("lot", given.lotId())
                .param("quantity", quantity)
                .update();
        return lot;
    }
}
