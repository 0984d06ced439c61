package com.promode.aurora.inventory.count;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock take as callers see it.
 *
 * @param closedBy who posted or cancelled it
 * @param uncounted lots that nobody has counted, which posting leaves as they are
 */
record CountView(
        UUID id,
        String code,
        UUID locationId,
        CountStatus status,
        @Nullable String notes,
        UUID openedBy,
        Instant openedAt,
        @Nullable UUID closedBy,
        @Nullable Instant closedAt,
        List<Line> lines,
        List<UUID> uncounted) {

    /**
     * A lot.
     *
     * @param expected what the ledger had when it was counted; told, as is what follows from it, only after posting
     */
    record Line(
            UUID productId,
            String productCode,
            UUID lotId,
            String batchNumber,
            @Nullable BigDecimal counted,
            @Nullable UUID countedBy,
            @Nullable Instant countedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal expected,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal variance,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID movementId) {}
}
