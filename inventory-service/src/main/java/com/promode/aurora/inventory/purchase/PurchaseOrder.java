package com.promode.aurora.inventory.purchase;

import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An order for which goods arrive; whoever counts them holds its lock. */
public class PurchaseOrder {

    private static final int PRICE_SCALE = 4;

    private final Heading heading;
    private final List<PurchaseOrderLine> lines;
    private final BigDecimal tolerancePercent;

    /** An order without its lines. */
    record Heading(String orderNumber, UUID supplierId, PurchaseOrderStatus status) {

        void requireOpen() {
            if (!status.isOpen()) {
                throw BusinessException.conflict(
                        "INVALID_TRANSITION",
                        "Purchase order %s is %s; goods can be received while it is sent or confirmed",
                        orderNumber,
                        status);
            }
        }
    }

    /**
     * A product of which something arrives.
     *
     * @param tolerancePercent how much more than ordered may arrive of it; as the tenant tolerates when null
     */
    public record Ordered(UUID id, String code, @Nullable BigDecimal tolerancePercent) {}

    /**
     * Goods that were counted.
     *
     * @param agreedPrice per unit; the mean of the prices of their lines, where they fill more than one
     */
    public record Counted(BigDecimal agreedPrice, List<Part> parts) {}

    /** What of the goods a line of the order has been given. */
    public record Part(UUID lineId, BigDecimal quantity) {}

    PurchaseOrder(Heading heading, List<PurchaseOrderLine> lines, BigDecimal tolerancePercent) {
        this.heading = heading;
        this.lines = lines;
        this.tolerancePercent = tolerancePercent;
    }

    /**
     * Counts goods of a product on its lines, in their order; what is more than ordered is the last one's.
     *
     * @throws BusinessException 400 when the order has no such product, 409 {@code CONFLICT} when it is more than is
     *     tolerated of the product
     */
    public Counted count(Ordered product, BigDecimal quantity) {
        var ordered = lines.stream()
                .filter(line -> line.productId().equals(product.id()))
                .toList();
        if (sum(ordered, PurchaseOrderLine::quantity).signum() == 0) {
            throw BusinessException.invalid(
                    "productId", "%s is not on purchase order %s", product.code(), heading.orderNumber());
        }
        checkTolerance(ordered, product, quantity);
        return fill(ordered, quantity);
    }

    private void checkTolerance(List<PurchaseOrderLine> ordered, Ordered product, BigDecimal quantity) {
        var total = sum(ordered, PurchaseOrderLine::quantity);
        var received = sum(ordered, PurchaseOrderLine::received);
        var percent = Objects.requireNonNullElse(product.tolerancePercent(), tolerancePercent);
        var allowed = total.add(total.multiply(percent).movePointLeft(2));
        if (received.add(quantity).compareTo(allowed) > 0) {
            throw BusinessException.conflict(
                    "CONFLICT",
                    "%s of %s can't be received for purchase order %s: %s ordered, %s received so far, %s allowed",
                    plain(quantity),
                    product.code(),
                    heading.orderNumber(),
                    plain(total),
                    plain(received),
                    plain(allowed));
        }
    }

    private static Counted fill(List<PurchaseOrderLine> ordered, BigDecimal quantity) {
        var parts = new ArrayList<Part>();
        var rest = quantity;
        var price = BigDecimal.ZERO;
        for (var line : ordered) {
            var part = line == ordered.getLast() ? rest : rest.min(line.missing());
            if (part.signum() > 0) {
                line.count(part);
                parts.add(new Part(line.id(), part));
                price = price.add(part.multiply(line.unitPrice()));
                rest = rest.subtract(part);
            }
        }
        return new Counted(price.divide(quantity, PRICE_SCALE, RoundingMode.HALF_UP), parts);
    }

    private static BigDecimal sum(List<PurchaseOrderLine> lines, Function<PurchaseOrderLine, BigDecimal> of) {
        return lines.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    /** Who delivers. */
    public UUID supplierId() {
        return heading.supplierId();
    }

    List<PurchaseOrderLine> lines() {
        return lines;
    }
}
