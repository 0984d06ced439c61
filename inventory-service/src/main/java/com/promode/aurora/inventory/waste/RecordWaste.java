package com.promode.aurora.inventory.waste;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.inventory.stock.DisposalMethod;
import com.promode.aurora.inventory.stock.MoveStock;
import com.promode.aurora.inventory.stock.WasteReason;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that were thrown away; those that expire first, where no lot is named.
 *
 * @param occurredAt now when absent
 */
record RecordWaste(
        @NotNull UUID productId,
        @Nullable UUID lotId,
        @NotNull UUID locationId,

        @NotNull @Positive @Digits(integer = 11, fraction = 3)
        BigDecimal quantity,

        @NotNull WasteReason wasteReason,
        @NotNull DisposalMethod disposalMethod,
        @Nullable OffsetDateTime occurredAt,
        @Nullable @Size(max = 2000) String notes) {

    MoveStock movement() {
        return new MoveStock(
                productId,
                MovementType.WASTE,
                quantity,
                lotId,
                locationId,
                null,
                null,
                null,
                null,
                null,
                occurredAt,
                null,
                wasteReason,
                disposalMethod,
                notes);
    }
}
