package com.promode.aurora.inventory.receiving;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goods that arrived at a location.
 *
 * @param purchaseOrderId that they are counted for
 * @param receivedAt now when absent
 */
record ReceiveGoods(
        @NotNull UUID locationId,
        @Nullable UUID purchaseOrderId,
        @Nullable OffsetDateTime receivedAt,
        @NotEmpty @Size(max = 1000) List<@NotNull @Valid Item> items) {

    Set<UUID> products() {
        return items.stream().map(Item::productId).collect(Collectors.toSet());
    }

    /**
     * Goods of one product, which become one lot.
     *
     * @param unitCost may be absent where there is a purchase order: then it is the agreed price
     * @param batchNumber of the supplier; generated when absent
     * @param expiryDate last day on which it may be sold; from the product's shelf life when absent
     * @param temperature in degrees Celsius on arrival
     */
    record Item(
            @NotNull UUID productId,

            @NotNull @Positive @Digits(integer = 11, fraction = 3)
            BigDecimal quantity,

            @Nullable @PositiveOrZero @Digits(integer = 8, fraction = 4)
            BigDecimal unitCost,

            @Nullable @Size(min = 1, max = 50) String batchNumber,
            @Nullable LocalDate harvestedOn,
            @Nullable LocalDate expiryDate,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal temperature) {}
}
