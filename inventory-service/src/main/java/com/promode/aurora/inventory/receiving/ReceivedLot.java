package com.promode.aurora.inventory.receiving;

import com.promode.aurora.contracts.inventory.ReceiptEvent;
import com.promode.aurora.contracts.inventory.StockEvent.LotReceived;
import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.inventory.purchase.PurchaseOrder.Part;
import com.promode.aurora.starter.id.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lot that an item of a receipt becomes.
 *
 * @param holdReason why it may not be sold yet, null when it may
 */
record ReceivedLot(
        UUID id,
        ReceiveGoods.Item item,
        Origin origin,
        String batchNumber,
        @Nullable LocalDate expiryDate,
        @Nullable String holdReason) {

    /**
     * Where goods come from.
     *
     * @param parts the lines of the purchase order that they are counted for, none without one
     */
    record Origin(@Nullable UUID supplierId, BigDecimal unitCost, List<Part> parts) {}

    LotState state() {
        return isOnHold() ? LotState.HOLD : LotState.AVAILABLE;
    }

    private boolean isOnHold() {
        return holdReason != null;
    }

    LotReceived received(UUID receiptId, Instant now) {
        return new LotReceived(
                Ids.next(),
                now,
                item.productId(),
                id,
                batchNumber,
                origin.supplierId(),
                receiptId,
                item.quantity(),
                expiryDate,
                isOnHold(),
                null);
    }

    /** As the receipt tells of it: once for each line of the purchase order. */
    Stream<ReceiptEvent.Line> lines() {
        return origin.parts().isEmpty()
                ? Stream.of(line(item.quantity(), null))
                : origin.parts().stream().map(part -> line(part.quantity(), part.lineId()));
    }

    private ReceiptEvent.Line line(BigDecimal quantity, @Nullable UUID purchaseOrderLineId) {
        return new ReceiptEvent.Line(
                item.productId(), id, quantity, origin.unitCost(), isOnHold(), purchaseOrderLineId);
    }
}
