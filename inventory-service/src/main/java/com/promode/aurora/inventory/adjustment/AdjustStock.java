package com.promode.aurora.inventory.adjustment;

import com.promode.aurora.inventory.stock.MoveStock;
import com.promode.aurora.starter.web.BusinessException;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods of which there are more at a location than the ledger has, or less.
 *
 * @param lotId where absent, what is found is of the newest lot there, and what is missing of those that expire first
 * @param quantity by which they are more; less where it is negative
 */
record AdjustStock(
        @NotNull UUID productId,
        @Nullable UUID lotId,
        @NotNull UUID locationId,

        @NotNull @Digits(integer = 11, fraction = 3) BigDecimal quantity,

        @NotBlank @Size(max = 500) String reason,
        @Nullable @Size(max = 2000) String notes) {

    MoveStock movement() {
        if (quantity.signum() == 0) {
            throw BusinessException.invalid("quantity", "must be more or less than 0");
        }
        return MoveStock.adjustment(productId, lotId, locationId, quantity, reason, null, notes);
    }
}
