package com.promode.aurora.inventory.count;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock take as lists of them show it.
 *
 * @param closedBy who posted or cancelled it
 * @param lineCount how many lots it is about
 * @param countedCount of how many of them something was counted
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
        int lineCount,
        int countedCount) {}
