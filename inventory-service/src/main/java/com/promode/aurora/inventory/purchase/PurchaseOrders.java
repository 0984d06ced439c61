package com.promode.aurora.inventory.purchase;

import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderSent;
import com.promode.aurora.inventory.purchase.PurchaseOrder.Heading;
import com.promode.aurora.starter.setting.Settings;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The purchase orders that inventory has heard of. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PurchaseOrders {

    private static final String TOLERANCE = "stock.overReceiptTolerancePercent";
    private static final BigDecimal USUAL_TOLERANCE = BigDecimal.valueOf(5);

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Settings settings;
    private final Tenants tenants;

    PurchaseOrders(JdbcClient jdbc, JdbcOperations batches, Settings settings, Tenants tenants) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.settings = settings;
        this.tenants = tenants;
    }

    /** Keeps an order that was sent; a later revision takes the place of the one before. */
    void keep(PurchaseOrderSent order) {
        var kept = jdbc.sql("""
                INSERT INTO purchase_orders AS o (id, tenant_id, order_number, revision, supplier_id, status)
                VALUES (:id, :tenant, :orderNumber, :revision, :supplier, :status)
                ON CONFLICT (id) DO UPDATE
                SET order_number = excluded.order_number, revision = excluded.revision,
                    supplier_id = excluded.supplier_id, status = excluded.status
                WHERE o.revision < excluded.revision
                """)
                .param("id", order.purchaseOrderId())
                .param("tenant", tenants.current())
                .param("orderNumber", order.orderNumber())
                .param("revision", order.revision())
                .param("supplier", order.supplierId())
                .param("status", PurchaseOrderStatus.SENT.toString())
                .update();
        if (kept == 1) {
            replaceLines(order);
        }
    }

    private void replaceLines(PurchaseOrderSent order) {
        var tenant = tenants.current();
        var lines = order.lines();
        var kept = lines.stream().map(line -> line.lineId()).toArray(UUID[]::new);
        jdbc.sql("""
                DELETE FROM purchase_order_lines
                WHERE purchase_order_id = :order AND id <> ALL(:lines) AND received = 0
                """)
                .param("order", order.purchaseOrderId())
                .param("lines", kept)
                .update();
        // before all others, so that the last line of a product, which takes what is too much, is one that is ordered
        jdbc.sql("""
                UPDATE purchase_order_lines SET quantity = 0, position = -1
                WHERE purchase_order_id = :order AND id <> ALL(:lines)
                """)
                .param("order", order.purchaseOrderId())
                .param("lines", kept)
                .update();
        batches.batchUpdate(
                """
                INSERT INTO purchase_order_lines (id, tenant_id, purchase_order_id, position, product_id, quantity, unit_price)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET position = excluded.position, product_id = excluded.product_id, quantity = excluded.quantity,
                    unit_price = excluded.unit_price
                """,
                IntStream.range(0, lines.size())
                        .mapToObj(position -> {
                            var line = lines.get(position);
                            return new Object[] {
                                line.lineId(),
                                tenant,
                                order.purchaseOrderId(),
                                position,
                                line.productId(),
                                line.quantity(),
                                line.unitPrice()
                            };
                        })
                        .toList());
    }

    void mark(UUID id, PurchaseOrderStatus status) {
        jdbc.sql("UPDATE purchase_orders SET status = :status WHERE id = :id")
                .param("status", status.toString())
                .param("id", id)
                .update();
    }

    /**
     * The order, locked until the transaction ends, so that whoever else receives goods for it sees these counted. The stock
     * of what arrives has to be held before.
     *
     * @throws BusinessException 404 when inventory has not heard of it, and the caller may retry; 409
     *     {@code INVALID_TRANSITION} when nothing may arrive for it
     */
    public PurchaseOrder lockOpen(UUID id) {
        var heading = jdbc.sql("""
                SELECT order_number, supplier_id, status FROM purchase_orders WHERE id = :id FOR NO KEY UPDATE
                """)
                .param("id", id)
                .query((row, number) -> new Heading(
                        row.getString("order_number"),
                        row.getObject("supplier_id", UUID.class),
                        PurchaseOrderStatus.of(row.getString("status"))))
                .optional()
                .orElseThrow(() -> BusinessException.notFound("purchase order", id));
        heading.requireOpen();
        var lines = jdbc.sql("""
                SELECT id, product_id, quantity, unit_price, received FROM purchase_order_lines
                WHERE purchase_order_id = :id ORDER BY position
                """)
                .param("id", id)
                .query((row, number) -> new PurchaseOrderLine(
                        row.getObject("id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("unit_price"),
                        row.getBigDecimal("received")))
                .list();
        return new PurchaseOrder(heading, lines, settings.number(TOLERANCE, USUAL_TOLERANCE));
    }

    /** Numbers of the orders of which goods of the product may still arrive. */
    public List<String> open(UUID product) {
        return jdbc.sql("""
                SELECT DISTINCT o.order_number
                FROM purchase_order_lines l JOIN purchase_orders o ON o.id = l.purchase_order_id
                WHERE l.product_id = :product AND l.quantity > 0 AND o.status IN ('draft', 'sent', 'confirmed')
                ORDER BY o.order_number
                """)
                .param("product", product)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Writes back what has been counted. */
    public void save(PurchaseOrder order) {
        batches.batchUpdate(
                "UPDATE purchase_order_lines SET received = ? WHERE id = ?",
                order.lines().stream()
                        .map(line -> new Object[] {line.received(), line.id()})
                        .toList());
    }
}
