package com.promode.aurora.contracts.inventory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.promode.aurora.contracts.IntegrationEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What inventory announces about arrivals, in order per purchase order, or per receipt where there is none. */
public sealed interface ReceiptEvent extends IntegrationEvent {

    String TOPIC = "inventory.receipt";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** Goods have arrived; each line has become a lot. */
    record GoodsReceived(
            UUID eventId,
            Instant recordedAt,
            UUID receiptId,
            @Nullable UUID purchaseOrderId,
            UUID locationId,
            Instant receivedAt,
            @Nullable UUID receivedBy,
            List<Line> lines)
            implements ReceiptEvent {

        @Override
        public String key() {
            return Objects.requireNonNullElse(purchaseOrderId, receiptId).toString();
        }
    }

    /**
     * Goods of one product.
     *
     * @param purchaseOrderLineId the line of the purchase order that they are counted for
     * @param onHold whether they wait for a quality check
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            UUID productId,
            UUID lotId,
            BigDecimal quantity,
            BigDecimal unitCost,
            boolean onHold,
            @Nullable UUID purchaseOrderLineId) {}
}
