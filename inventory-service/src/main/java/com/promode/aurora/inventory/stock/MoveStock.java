package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.starter.web.BusinessException;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request body is the command: validated once at the edge, trusted inside.
 *
 * @param lotId where absent, goods are taken first expired, first out
 * @param unitCost of an inbound; the cost of its lot when absent
 * @param unitPrice sale price of an outbound
 * @param occurredAt now when absent
 */
public record MoveStock(
        @NotNull UUID productId,
        @NotNull MovementType movementType,

        @NotNull @Positive @Digits(integer = 11, fraction = 3)
        BigDecimal quantity,

        @Nullable UUID lotId,
        @Nullable UUID fromLocationId,
        @Nullable UUID toLocationId,

        @Nullable @PositiveOrZero @Digits(integer = 8, fraction = 4)
        BigDecimal unitCost,

        @Nullable @PositiveOrZero @Digits(integer = 8, fraction = 4)
        BigDecimal unitPrice,

        @Nullable ReferenceType referenceType,
        @Nullable UUID referenceId,
        @Nullable OffsetDateTime occurredAt,
        @Nullable @Size(max = 500) String reason,
        @Nullable WasteReason wasteReason,
        @Nullable DisposalMethod disposalMethod,
        @Nullable @Size(max = 2000) String notes) {

    /** What a receipt does with each of its lots. */
    public static MoveStock inbound(
            UUID productId,
            BigDecimal quantity,
            UUID lotId,
            UUID toLocationId,
            BigDecimal unitCost,
            ReferenceType referenceType,
            UUID referenceId,
            OffsetDateTime occurredAt) {
        return new MoveStock(
                productId,
                MovementType.INBOUND,
                quantity,
                lotId,
                null,
                toLocationId,
                unitCost,
                null,
                referenceType,
                referenceId,
                occurredAt,
                null,
                null,
                null,
                null);
    }

    /** What makes the goods at a location more, or less where the quantity is negative. */
    public static MoveStock adjustment(
            UUID productId,
            @Nullable UUID lotId,
            UUID locationId,
            BigDecimal quantity,
            String reason,
            @Nullable UUID referenceId,
            @Nullable String notes) {
        var less = quantity.signum() < 0;
        return new MoveStock(
                productId,
                MovementType.ADJUSTMENT,
                quantity.abs(),
                lotId,
                less ? locationId : null,
                less ? null : locationId,
                null,
                null,
                referenceId == null ? null : ReferenceType.ADJUSTMENT,
                referenceId,
                null,
                reason,
                null,
                null,
                notes);
    }

    /** The same goods the other way, for the same reference. */
    MoveStock reversed(@Nullable String why) {
        return new MoveStock(
                productId,
                movementType,
                quantity,
                lotId,
                toLocationId,
                fromLocationId,
                unitCost,
                unitPrice,
                referenceType,
                referenceId,
                null,
                why,
                wasteReason,
                disposalMethod,
                notes);
    }

    /** The second half of a sale: what is on the road reaches its customer. */
    MoveStock delivered() {
        return new MoveStock(
                productId,
                MovementType.TRANSFER,
                quantity,
                lotId,
                null,
                null,
                null,
                null,
                referenceType,
                referenceId,
                null,
                null,
                null,
                null,
                null);
    }

    /** Refuses a command that lacks what its type needs, or has what its type can't have. */
    MoveStock checked() {
        switch (movementType) {
            case INBOUND -> {
                require("toLocationId", toLocationId);
                require("lotId", lotId);
                refuse("fromLocationId", fromLocationId);
            }
            case OUTBOUND -> {
                require("fromLocationId", fromLocationId);
                refuse("toLocationId", toLocationId);
            }
            case WASTE -> {
                require("fromLocationId", fromLocationId);
                refuse("toLocationId", toLocationId);
                require("wasteReason", wasteReason);
                require("disposalMethod", disposalMethod);
            }
            case TRANSFER -> {
                require("fromLocationId", fromLocationId);
                require("toLocationId", toLocationId);
                if (fromLocationId != null && fromLocationId.equals(toLocationId)) {
                    throw BusinessException.invalid("toLocationId", "must be another location than fromLocationId");
                }
            }
            case ADJUSTMENT -> {
                require("reason", reason == null || reason.isBlank() ? null : reason);
                if ((fromLocationId == null) == (toLocationId == null)) {
                    throw BusinessException.invalid(
                            "fromLocationId", "an adjustment has exactly one location: from it to less, to it to more");
                }
            }
        }
        if (movementType != MovementType.OUTBOUND) {
            refuse("unitPrice", unitPrice);
        }
        if (movementType != MovementType.INBOUND) {
            refuse("unitCost", unitCost);
        }
        if (movementType != MovementType.WASTE) {
            refuse("wasteReason", wasteReason);
            refuse("disposalMethod", disposalMethod);
        }
        if ((referenceType == null) != (referenceId == null)) {
            throw BusinessException.invalid("referenceId", "goes together with referenceType");
        }
        return this;
    }

    private void require(String field, @Nullable Object value) {
        if (value == null) {
            throw BusinessException.invalid(field, "must be given for %s", movementType);
        }
    }

    private void refuse(String field, @Nullable Object value) {
        if (value != null) {
            throw BusinessException.invalid(field, "can't be given for %s", movementType);
        }
    }
}
