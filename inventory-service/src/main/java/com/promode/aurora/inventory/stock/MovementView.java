package com.promode.aurora.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.inventory.stock.Movement.SkippedLot;
import com.promode.aurora.starter.web.Located;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger as callers see it.
 *
 * @param reversalOf the movement that this one takes back
 * @param reversedBy the movement that took this one back
 * @param lots that it was taken from
 * @param skipped lots that FEFO passed over; told only when the movement is made
 */
public record MovementView(
        UUID id,
        UUID productId,
        MovementType movementType,
        BigDecimal quantity,
        @Nullable UUID lotId,
        @Nullable UUID fromLocationId,
        @Nullable UUID toLocationId,
        BigDecimal unitCost,
        BigDecimal cost,
        @Nullable BigDecimal unitPrice,
        BigDecimal revenue,
        @Nullable String referenceType,
        @Nullable UUID referenceId,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String reason,
        @Nullable String wasteReason,
        @Nullable String disposalMethod,
        @Nullable String notes,
        @Nullable UUID createdBy,
        @Nullable UUID reversalOf,
        @Nullable UUID reversedBy,
        List<LotQuantity> lots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SkippedLot> skipped)
        implements Located {

    /** Where it can be read. */
    @Override
    public URI location() {
        return URI.create("/api/warehouse/stock/movements/" + id);
    }

    static MovementView of(Movement movement) {
        var command = movement.command();
        return new MovementView(
                movement.id(),
                command.productId(),
                movement.type(),
                command.quantity(),
                command.lotId(),
                command.fromLocationId(),
                command.toLocationId(),
                movement.unitCost(),
                movement.cost(),
                command.unitPrice(),
                movement.revenue(),
                text(command.referenceType()),
                command.referenceId(),
                movement.origin().occurredAt(),
                movement.origin().recordedAt(),
                command.reason(),
                text(command.wasteReason()),
                text(command.disposalMethod()),
                command.notes(),
                movement.origin().userId(),
                movement.reversalOf(),
                null,
                movement.lots(),
                movement.skipped());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
