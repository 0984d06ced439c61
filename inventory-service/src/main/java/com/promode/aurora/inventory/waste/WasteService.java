package com.promode.aurora.inventory.waste;

import com.promode.aurora.inventory.stock.StockService;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Throws goods away, which the ledger records. */
@Service
@Transactional
class WasteService {

    private final StockService stock;
    private final WasteQueries waste;

    WasteService(StockService stock, WasteQueries waste) {
        this.stock = stock;
        this.waste = waste;
    }

    WasteView record(RecordWaste command) {
        var movement = stock.move(List.of(command.movement())).getFirst();
        return waste.get(movement.id());
    }
}
