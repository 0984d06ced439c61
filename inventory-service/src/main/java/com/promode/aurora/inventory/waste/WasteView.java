package com.promode.aurora.inventory.waste;

import com.promode.aurora.inventory.stock.DisposalMethod;
import com.promode.aurora.inventory.stock.WasteReason;
import com.promode.aurora.starter.web.Located;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that were thrown away.
 *
 * @param id that of its movement
 * @param costImpact at the average cost of then, in INR
 * @param disposalDate business date on which it took place
 * @param reversedBy the movement that took it back
 */
record WasteView(
        UUID id,
        UUID movementId,
        UUID productId,
        UUID locationId,
        BigDecimal quantity,
        WasteReason wasteReason,
        DisposalMethod disposalMethod,
        BigDecimal costImpact,
        @Nullable UUID reportedBy,
        LocalDate disposalDate,
        Instant occurredAt,
        @Nullable String notes,
        @Nullable UUID reversedBy,
        List<WastedLot> lots)
        implements Located {

    /** Where its movement can be read. */
    @Override
    public URI location() {
        return URI.create("/api/warehouse/stock/movements/" + movementId);
    }

    record WastedLot(UUID lotId, String batchNumber, BigDecimal quantity) {}
}
