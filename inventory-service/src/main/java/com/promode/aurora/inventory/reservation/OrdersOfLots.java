package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.inventory.StockEvent.AffectedOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which customer orders have something of a lot: set aside, on the road, or delivered. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class OrdersOfLots {

    // what failed to be delivered is set aside again, and so counted there
    private static final String ORDERS = """
            WITH parts AS (
                SELECT n.order_id, a.quantity, 'reserved' AS stage, NULL::timestamptz AS shipped_at
                FROM reservation_lots a JOIN reservation_lines n ON n.line_id = a.line_id WHERE a.lot_id = :lot
                UNION ALL
                SELECT n.order_id, l.quantity, s.state, m.occurred_at
                FROM stock_movement_lots l JOIN stock_movements m ON m.id = l.movement_id AND m.to_place = 'in_transit'
                JOIN shipments s ON s.movement_id = l.movement_id AND s.state IN ('in_transit', 'delivered')
                JOIN reservation_lines n ON n.line_id = s.line_id WHERE l.lot_id = :lot)
            SELECT p.order_id, o.order_number, o.customer_id, sum(p.quantity) AS quantity, p.stage,
                max(p.shipped_at) AS shipped_at
            FROM parts p JOIN reservations o ON o.order_id = p.order_id
            GROUP BY p.order_id, o.order_number, o.customer_id, p.stage
            ORDER BY max(p.shipped_at) DESC NULLS FIRST, p.order_id LIMIT :limit
            """;

    private final JdbcClient jdbc;

    OrdersOfLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part of an order.
     *
     * @param stage reserved, in_transit or delivered
     */
    public record OrderOfLot(
            UUID orderId,
            String orderNumber,
            UUID customerId,
            BigDecimal quantity,
            String stage,
            @Nullable Instant shippedAt) {

        AffectedOrder affected() {
            return new AffectedOrder(orderId, orderNumber, customerId, quantity, stage);
        }
    }

    /** Those that wait, and then those whose goods left last. */
    public List<OrderOfLot> of(UUID lot, int limit) {
        return jdbc.sql(ORDERS).param("lot", lot).param("limit", limit).query(OrderOfLot.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
