package com.promode.aurora.contracts.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.promode.aurora.contracts.IntegrationEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything inventory announces about stock, in order per product. Quantities are in the unit of the product. */
public sealed interface StockEvent extends IntegrationEvent {

    String TOPIC = "inventory.stock";

    UUID productId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return productId().toString();
    }

    /**
     * One command moved one product, from however many lots.
     *
     * @param version of the product's stock after this movement; grows by one per movement of a product
     * @param occurredAt when goods moved, may be back-dated; buckets by business date use this
     * @param quantity positive, except that an adjustment to less is negative
     * @param unitPrice sale price per unit of an outbound, else null
     * @param unitCost cost per unit at which the movement was valued
     * @param revenue {@code quantity * unitPrice} rounded HALF_UP to two places, zero where there is no price
     * @param cost {@code quantity * unitCost} rounded HALF_UP to two places
     * @param onHand of the product over all locations after this movement
     * @param averageCost moving average of the product after this movement
     * @param reversalOf the movement that this one takes back, else null; a reversal has the type of that movement, its
     *     places changed over and its amounts positive, and counts negative on its own day
     */
    record StockMoved(
            UUID eventId,
            Instant recordedAt,
            UUID movementId,
            UUID productId,
            long version,
            MovementType movementType,
            Instant occurredAt,
            BigDecimal quantity,
            @Nullable UUID fromLocationId,
            @Nullable UUID toLocationId,
            @Nullable BigDecimal unitPrice,
            BigDecimal unitCost,
            BigDecimal revenue,
            BigDecimal cost,
            BigDecimal onHand,
            BigDecimal averageCost,
            List<LotQuantity> lots,
            @Nullable UUID reversalOf)
            implements StockEvent {}

    /** On hand has come down to the reorder point; said once until it has been above again. */
    record StockLow(
            UUID eventId,
            Instant recordedAt,
            UUID productId,
            String productCode,
            BigDecimal onHand,
            BigDecimal reorderPoint)
            implements StockEvent {}

    /**
     * Goods were thrown away; its quantities are also in the StockMoved of the same movement, which comes before it. Taking
     * waste back is a StockMoved alone.
     *
     * @param cost at the moving average, rounded HALF_UP to two places
     */
    record WasteRecorded(
            UUID eventId,
            Instant recordedAt,
            UUID wasteId,
            UUID movementId,
            UUID productId,
            Instant occurredAt,
            BigDecimal quantity,
            BigDecimal cost,
            String reason,
            String disposalMethod)
            implements StockEvent {}

    /**
     * Goods of a product have arrived together, or have come back from a customer.
     *
     * @param expiryDate last business date on which they may be sold
     * @param onHold whether they wait for a quality check
     * @param returnedFrom the lot as which they had left, where they have come back
     */
    record LotReceived(
            UUID eventId,
            Instant recordedAt,
            UUID productId,
            UUID lotId,
            String batchNumber,
            @Nullable UUID supplierId,
            UUID receiptId,
            BigDecimal quantity,
            @Nullable LocalDate expiryDate,
            boolean onHold,
            @Nullable UUID returnedFrom)
            implements StockEvent {}

    /** Nothing of the lot may be sold until it is released. */
    record LotHeld(UUID eventId, Instant recordedAt, UUID productId, UUID lotId, String batchNumber, String reason)
            implements StockEvent {}

    /** The lot may be sold again. */
    record LotReleased(UUID eventId, Instant recordedAt, UUID productId, UUID lotId, String batchNumber, String reason)
            implements StockEvent {}

    /**
     * The lot must not be sold, ever; what customers have of it must come back. Said more than once where many have.
     *
     * @param onHand that still lies at our locations
     * @param orders that have, or had reserved, something of it
     */
    record LotRecalled(
            UUID eventId,
            Instant recordedAt,
            UUID productId,
            UUID lotId,
            String batchNumber,
            String reason,
            BigDecimal onHand,
            List<AffectedOrder> orders)
            implements StockEvent {}

    /**
     * The lot will soon have to be sold; said once per lot.
     *
     * @param daysLeft from the business date of the event to the expiry date
     */
    record LotExpiring(
            UUID eventId,
            Instant recordedAt,
            UUID productId,
            UUID lotId,
            String productCode,
            String batchNumber,
            LocalDate expiryDate,
            int daysLeft,
            BigDecimal onHand)
            implements StockEvent {}

    /**
     * A customer order that a recall touches.
     *
     * @param stage of its goods: reserved, in_transit or delivered
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AffectedOrder(UUID orderId, String orderNumber, UUID customerId, BigDecimal quantity, String stage) {}
}
