package com.promode.aurora.inventory.trace;

import com.promode.aurora.inventory.lot.LotView;
import com.promode.aurora.inventory.quarantine.LotHistory;
import com.promode.aurora.inventory.reservation.OrdersOfLots.OrderOfLot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot back to its supplier and on to its customers.
 *
 * @param purchaseOrderId by which it was ordered
 * @param locations where it lies, or has lain
 * @param splits transfers of parts of it, but for those that were taken back
 * @param returns lots as which parts of it came back from customers
 * @param orders of customers who have, or will get, something of it
 * @param sales without an order of ours, but for those that were taken back
 * @param movements all that touched it
 * @param truncated names of the lists that have more than is shown; all show the newest first
 */
record TraceView(
        LotView lot,
        @Nullable UUID supplierId,
        @Nullable UUID purchaseOrderId,
        @Nullable Receipt receipt,
        List<Lying> locations,
        List<Split> splits,
        List<Returned> returns,
        @Nullable UUID returnedFrom,
        List<OrderOfLot> orders,
        List<Sale> sales,
        List<Moved> movements,
        List<LotHistory.Change> history,
        LotTotals totals,
        List<String> truncated) {

    record Receipt(
            UUID id,
            @Nullable UUID purchaseOrderId,
            Instant receivedAt,
            UUID locationId,
            @Nullable UUID receivedBy) {}

    record Lying(UUID locationId, String name, BigDecimal onHand, BigDecimal reserved) {}

    record Split(UUID movementId, UUID from, UUID to, BigDecimal quantity, Instant at) {}

    record Returned(UUID lotId, String batchNumber, Instant receivedAt, LotTotals totals) {}

    record Sale(
            UUID movementId,
            UUID locationId,
            BigDecimal quantity,
            Instant at,
            @Nullable String referenceType,
            @Nullable UUID referenceId) {}

    /**
     * A line of the ledger.
     *
     * @param quantity of this lot
     */
    record Moved(
            UUID id,
            String movementType,
            BigDecimal quantity,
            String fromPlace,
            @Nullable UUID fromLocationId,
            String toPlace,
            @Nullable UUID toLocationId,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable UUID createdBy,
            @Nullable String reason,
            @Nullable UUID reversalOf,
            @Nullable UUID reversedBy) {}
}
