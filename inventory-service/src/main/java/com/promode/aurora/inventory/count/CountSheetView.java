package com.promode.aurora.inventory.count;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A single stock take with its first lines; a list of their own has them all.
 *
 * @param closedBy who posted or cancelled it
 * @param lineCount how many lots it is about
 * @param countedCount of how many of them something was counted
 * @param uncounted lots of these lines that nobody has counted, which posting leaves as they are
 */
record CountSheetView(
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
        int countedCount,
        List<CountLineView> lines,
        List<UUID> uncounted) {

    static CountSheetView of(CountView head, List<CountLineView> lines) {
        var uncounted = lines.stream()
                .filter(line -> line.counted() == null)
                .map(CountLineView::lotId)
                .toList();
        return new CountSheetView(
                head.id(),
                head.code(),
                head.locationId(),
                head.status(),
                head.notes(),
                head.openedBy(),
                head.openedAt(),
                head.closedBy(),
                head.closedAt(),
                head.lineCount(),
                head.countedCount(),
                lines,
                uncounted);
    }
}
