package com.promode.aurora.inventory.count;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/**
 * A single stock take with its first lines; a list of their own has them all.
 *
 * @param uncounted lots of these lines that nobody has counted, which posting leaves as they are
 */
record CountSheetView(@JsonUnwrapped CountView count, List<CountLineView> lines, List<UUID> uncounted) {

    static CountSheetView of(CountView count, List<CountLineView> lines) {
        var uncounted = lines.stream()
                .filter(line -> line.counted() == null)
                .map(CountLineView::lotId)
                .toList();
        return new CountSheetView(count, lines, uncounted);
    }

    UUID id() {
        return count.id();
    }
}
