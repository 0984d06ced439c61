package com.promode.aurora.analytics.stock;

import static java.math.BigDecimal.ZERO;

import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What one movement adds to the sums of its business day and product.
 *
 * @param quantityIn received, and come back from customers
 * @param quantityOut sold; revenue, cost and movements are those of sales too
 * @param movements one per sale, so that sums count sales; a sale that is taken back takes its one back
 */
record DayChange(
        LocalDate day,
        UUID productId,
        BigDecimal quantityIn,
        BigDecimal quantityOut,
        BigDecimal revenue,
        BigDecimal cost,
        BigDecimal wasteQuantity,
        BigDecimal wasteCost,
        long movements) {

    /** Empty for what neither comes in nor goes out: transfers and adjustments. */
    static Optional<DayChange> of(StockMoved moved, LocalDate day) {
        return Optional.ofNullable(
                        switch (moved.movementType()) {
                            case INBOUND ->
                                new DayChange(
                                        day, moved.productId(), moved.quantity(), ZERO, ZERO, ZERO, ZERO, ZERO, 0);
                            case OUTBOUND ->
                                new DayChange(
                                        day,
                                        moved.productId(),
                                        ZERO,
                                        moved.quantity(),
                                        moved.revenue(),
                                        moved.cost(),
                                        ZERO,
                                        ZERO,
                                        1);
                            case WASTE ->
                                new DayChange(
                                        day,
                                        moved.productId(),
                                        ZERO,
                                        ZERO,
                                        ZERO,
                                        ZERO,
                                        moved.quantity(),
                                        moved.cost(),
                                        0);
                            case TRANSFER, ADJUSTMENT -> null;
                        })
                .map(change -> moved.reversalOf() == null ? change : change.negate());
    }

    /** Both together, which are of one day and product. */
    DayChange plus(DayChange other) {
        return new DayChange(
                day,
                productId,
                quantityIn.add(other.quantityIn),
                quantityOut.add(other.quantityOut),
                revenue.add(other.revenue),
                cost.add(other.cost),
                wasteQuantity.add(other.wasteQuantity),
                wasteCost.add(other.wasteCost),
                movements + other.movements);
    }

    private DayChange negate() {
        return new DayChange(
                day,
                productId,
                quantityIn.negate(),
                quantityOut.negate(),
                revenue.negate(),
                cost.negate(),
                wasteQuantity.negate(),
                wasteCost.negate(),
                -movements);
    }
}
