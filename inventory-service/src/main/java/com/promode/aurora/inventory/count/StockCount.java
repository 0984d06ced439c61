package com.promode.aurora.inventory.count;

import com.promode.aurora.inventory.stock.MoveStock;
import com.promode.aurora.starter.web.BusinessException;
import java.util.UUID;

/** A stock take of one location. Those who count do not see what the ledger expects until it is posted. */
record StockCount(UUID id, String code, UUID locationId, CountStatus status) {

    /** Refuses what can be done to an open count only. */
    void requireOpen(String verb) {
        if (status != CountStatus.OPEN) {
            throw BusinessException.conflict(
                    "INVALID_TRANSITION", "Count %s is %s and can't be %s; allowed: nothing", code, status, verb);
        }
    }

    /** What puts the ledger right about a line, on top of what has moved since it was counted. */
    MoveStock adjustment(CountedLine line) {
        return MoveStock.adjustment(
                line.productId(), line.lotId(), locationId, line.variance(), "stock count " + code, id, null);
    }
}
