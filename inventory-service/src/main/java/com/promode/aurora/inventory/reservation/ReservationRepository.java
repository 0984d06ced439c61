package com.promode.aurora.inventory.reservation;

import com.promode.aurora.inventory.stock.Allocation;
import com.promode.aurora.starter.tenant.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders with what is set aside for them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReservationRepository {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Tenants tenants;
    private final Clock clock;

    ReservationRepository(JdbcClient jdbc, JdbcOperations batches, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Which products an order is about: that never changes, so it needs no lock. */
    List<UUID> products(UUID orderId) {
        return jdbc.sql("SELECT DISTINCT product_id FROM reservation_lines WHERE order_id = :order ORDER BY product_id")
                .param("order", orderId)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The order, locked; its products have to be locked before. */
    Optional<Reservation> lock(UUID orderId) {
        return jdbc.sql("SELECT * FROM reservations WHERE order_id = :order FOR NO KEY UPDATE")
                .param("order", orderId)
                .query((row, number) -> reservation(row))
                .optional();
    }

    /** Its lines, with what is set aside for each. */
    List<ReservedLine> lines(UUID orderId) {
        var parts = jdbc
                .sql("""
                SELECT r.line_id, r.lot_id, r.location_id, r.quantity
                FROM reservation_lots r
                    JOIN reservation_lines n ON n.line_id = r.line_id
                    JOIN lots l ON l.id = r.lot_id
                WHERE n.order_id = :order ORDER BY l.expiry_date NULLS LAST, l.received_at, l.id
                """)
                .param("order", orderId)
                .query((row, number) -> Map.entry(row.getObject("line_id", UUID.class), allocation(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("SELECT * FROM reservation_lines WHERE order_id = :order ORDER BY line_id")
                .param("order", orderId)
                .query((row, number) -> line(row, parts))
                .list();
    }

    void insert(Reservation reservation, List<ReservedLine> lines) {
        jdbc.sql("""
                INSERT INTO reservations (order_id, tenant_id, order_number, customer_id, delivery_date, status,
                    expires_at, placed_at, updated_at)
                VALUES (:order, :tenant, :number, :customer, :date, :status, :expires, :placed, :now)
                """)
                .param("order", reservation.orderId())
                .param("tenant", tenants.current())
                .param("number", reservation.orderNumber())
                .param("customer", reservation.customerId())
                .param("date", reservation.deliveryDate())
                .param("status", reservation.status().toString())
                .param("expires", utc(reservation.expiresAt()))
                .param("placed", utc(reservation.placedAt()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var tenant = tenants.current();
        lines.forEach(line -> jdbc.sql("""
                INSERT INTO reservation_lines (line_id, tenant_id, order_id, product_id, quantity, unit_price, location_id)
                VALUES (:line, :tenant, :order, :product, :quantity, :price, :location)
                """)
                .param("line", line.lineId())
                .param("tenant", tenant)
                .param("order", reservation.orderId())
                .param("product", line.productId())
                .param("quantity", line.quantity())
                .param("price", line.unitPrice())
                .param("location", line.locationId())
                .update());
        lines.forEach(this::saveParts);
    }

    void save(Reservation reservation) {
        jdbc.sql("""
                UPDATE reservations SET status = :status, expires_at = :expires, updated_at = :now WHERE order_id = :order
                """)
                .param("status", reservation.status().toString())
                .param("expires", utc(reservation.expiresAt()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("order", reservation.orderId())
                .update();
    }

    /** What is set aside for the line from now on. */
    void saveParts(ReservedLine line) {
        jdbc.sql("DELETE FROM reservation_lots WHERE line_id = :line")
                .param("line", line.lineId())
                .update();
        var tenant = tenants.current();
        batches.batchUpdate(
                "INSERT INTO reservation_lots (line_id, lot_id, location_id, tenant_id, quantity) VALUES (?, ?, ?, ?, ?)",
                line.parts().stream()
                        .map(part ->
                                new Object[] {line.lineId(), part.lotId(), part.locationId(), tenant, part.quantity()})
                        .toList());
    }

    /** Orders whose reservation has lapsed, the oldest first. */
    List<UUID> lapsed(Instant now, int most) {
        return jdbc.sql("""
                SELECT order_id FROM reservations WHERE expires_at <= :now ORDER BY expires_at LIMIT :most
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Orders for which something of the lot is set aside. */
    List<UUID> holding(UUID lotId) {
        return jdbc.sql("""
                SELECT DISTINCT n.order_id
                FROM reservation_lots r JOIN reservation_lines n ON n.line_id = r.line_id
                WHERE r.lot_id = :lot ORDER BY n.order_id
                """)
                .param("lot", lotId)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Orders for which something of the lot is set aside at the location: the last to come first, those that are packed last. */
    List<UUID> holders(UUID lotId, UUID locationId) {
        return jdbc.sql("""
                SELECT o.order_id FROM reservations o
                WHERE o.order_id IN (
                    SELECT n.order_id FROM reservation_lots r JOIN reservation_lines n ON n.line_id = r.line_id
                    WHERE r.lot_id = :lot AND r.location_id = :location)
                ORDER BY o.status = 'packed', o.placed_at DESC, o.order_id DESC
                """)
                .param("lot", lotId)
                .param("location", locationId)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether something of a lot that must not be sold is set aside for the order. */
    boolean holdsRecalled(UUID orderId) {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM reservation_lots r
                        JOIN reservation_lines n ON n.line_id = r.line_id
                        JOIN lots l ON l.id = r.lot_id
                    WHERE n.order_id = :order AND l.state = 'recalled')
                """).param("order", orderId).query(Boolean.class).single();
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                row.getObject("order_id", UUID.class),
                row.getString("order_number"),
                row.getObject("customer_id", UUID.class),
                row.getObject("delivery_date", LocalDate.class),
                ReservationStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getObject("placed_at", OffsetDateTime.class).toInstant());
    }

    private static ReservedLine line(ResultSet row, Map<UUID, List<Allocation>> parts) throws SQLException {
        var id = row.getObject("line_id", UUID.class);
        return new ReservedLine(
                id,
                row.getObject("product_id", UUID.class),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                row.getObject("location_id", UUID.class),
                parts.getOrDefault(id, List.of()));
    }

    private static Allocation allocation(ResultSet row) throws SQLException {
        return new Allocation(
                row.getObject("lot_id", UUID.class),
                row.getObject("location_id", UUID.class),
                row.getBigDecimal("quantity"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
