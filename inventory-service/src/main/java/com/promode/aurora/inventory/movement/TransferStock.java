package com.promode.aurora.inventory.movement;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.inventory.stock.MoveStock;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods that go from one storage location to another; first expired, first out, where no lot is named. */
record TransferStock(
        @NotNull UUID productId,
        @Nullable UUID lotId,
        @NotNull UUID fromLocationId,
        @NotNull UUID toLocationId,

        @NotNull @Positive @Digits(integer = 11, fraction = 3)
        BigDecimal quantity,

        @Nullable @Size(max = 2000) String notes) {

    MoveStock movement() {
        return new MoveStock(
                productId,
                MovementType.TRANSFER,
                quantity,
                lotId,
                fromLocationId,
                toLocationId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                notes);
    }
}
