package com.promode.aurora.inventory.receiving;

import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lot that an item of a receipt becomes. */
record ReceivedLot(
        UUID id,
        ReceiveGoods.Item item,
        String batchNumber,
        @Nullable LocalDate expiryDate,
        LotState state,
        @Nullable UUID supplierId) {

    /** What receiving needs to know of a product. */
    record Receivable(
            UUID id,
            boolean perishable,
            @Nullable Integer shelfLifeDays,
            boolean incomingCheckRequired,
            @Nullable UUID supplierId) {}

    static ReceivedLot of(ReceiveGoods.Item item, Receivable product, String batchNumber, LocalDate day) {
        return new ReceivedLot(
                Ids.next(),
                item,
                batchNumber,
                expiry(item, product, day),
                product.incomingCheckRequired() ? LotState.HOLD : LotState.AVAILABLE,
                product.supplierId());
    }

    private static @Nullable LocalDate expiry(ReceiveGoods.Item item, Receivable product, LocalDate day) {
        var given = item.expiryDate();
        if (given != null) {
            if (given.isBefore(day)) {
                throw BusinessException.invalid("expiryDate", "lies before the day of receipt");
            }
            return given;
        }
        if (product.shelfLifeDays() != null) {
            return day.plusDays(product.shelfLifeDays());
        }
        if (product.perishable()) {
            throw BusinessException.invalid(
                    "expiryDate", "must be given: the product is perishable and has no shelf life");
        }
        return null;
    }
}
