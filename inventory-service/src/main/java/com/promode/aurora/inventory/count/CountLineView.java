package com.promode.aurora.inventory.count;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot of a stock take.
 *
 * @param expected what the ledger had when it was counted; told, as is what follows from it, only after posting
 */
record CountLineView(
        UUID productId,
        String productCode,
        UUID lotId,
        String batchNumber,
        @Nullable BigDecimal counted,
        @Nullable UUID countedBy,
        @Nullable Instant countedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal expected,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal variance,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID movementId) {}
