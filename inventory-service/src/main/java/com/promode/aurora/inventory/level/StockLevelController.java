package com.promode.aurora.inventory.level;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/warehouse/stock/levels")
class StockLevelController {

    private final StockLevelQueries levels;

    StockLevelController(StockLevelQueries levels) {
        this.levels = levels;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('stock:read')")
    Page<LevelView> list(ListQuery query) {
        return levels.find(query);
    }
}
