package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.contracts.inventory.MovementType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: one command moved one product, from however many lots.
 *
 * @param cost {@code quantity * unitCost}, rounded once
 * @param revenue {@code quantity * unitPrice}, rounded once; zero without a price
 * @param skipped lots that FEFO passed over, and why
 */
record Movement(
        UUID id,
        MoveStock command,
        Origin origin,
        BigDecimal unitCost,
        BigDecimal cost,
        BigDecimal revenue,
        List<LotQuantity> lots,
        List<SkippedLot> skipped) {

    /** When it took place, when we learnt of it, and from whom; nobody stands for the system itself. */
    record Origin(
            Instant occurredAt,
            Instant recordedAt,
            @Nullable UUID userId) {}

    /** A lot that could not be given. */
    record SkippedLot(UUID lotId, String reason) {}

    static BigDecimal money(BigDecimal quantity, @Nullable BigDecimal price) {
        return price == null
                ? BigDecimal.ZERO.setScale(2)
                : quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
    }

    MovementType type() {
        return command.movementType();
    }

    BigDecimal quantity() {
        return command.quantity();
    }

    Place from() {
        return switch (type()) {
            case INBOUND -> Place.SUPPLIER;
            case OUTBOUND, TRANSFER, WASTE -> Place.LOCATION;
            case ADJUSTMENT -> command.fromLocationId() == null ? Place.ADJUSTMENT : Place.LOCATION;
        };
    }

    Place to() {
        return switch (type()) {
            case INBOUND, TRANSFER -> Place.LOCATION;
            case OUTBOUND -> Place.CUSTOMER;
            case WASTE -> Place.WASTE;
            case ADJUSTMENT -> command.toLocationId() == null ? Place.ADJUSTMENT : Place.LOCATION;
        };
    }
}
