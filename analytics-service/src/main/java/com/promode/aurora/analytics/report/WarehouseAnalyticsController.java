package com.promode.aurora.analytics.report;

import com.promode.aurora.starter.list.Filters;
import com.promode.aurora.starter.list.ListQuery;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports of the warehouse; {@code page} and {@code limit} page the rows, totals are those of all rows. */
@RestController
@RequestMapping("/api/warehouse/analytics")
class WarehouseAnalyticsController {

    private final TurnoverQueries turnover;
    private final WasteQueries waste;
    private final StockQueries stock;

    WarehouseAnalyticsController(TurnoverQueries turnover, WasteQueries waste, StockQueries stock) {
        this.turnover = turnover;
        this.waste = waste;
        this.stock = stock;
    }

    /** {@code from}, {@code to}: business days, both included; {@code groupBy}: day, product or category. */
    @GetMapping("/turnover")
    @PreAuthorize("hasAuthority('analytics:warehouse')")
    Report<TurnoverRow, TurnoverTotals> turnover(@Filters({"from", "to", "groupBy"}) ListQuery query) {
        return turnover.report(query);
    }

    /** {@code from}, {@code to}: business days, both included; {@code groupBy}: reason, product, category or day. */
    @GetMapping("/waste")
    @PreAuthorize("hasAuthority('analytics:warehouse')")
    Report<WasteRow, WasteTotals> waste(@Filters({"from", "to", "groupBy"}) ListQuery query) {
        return waste.report(query);
    }

    @GetMapping("/inventory")
    @PreAuthorize("hasAuthority('analytics:warehouse')")
    Report<StockRow, StockTotals> inventory(ListQuery query) {
        return stock.inventory(query);
    }

    @GetMapping("/valuation")
    @PreAuthorize("hasAuthority('analytics:warehouse')")
    Report<StockRow, StockTotals> valuation(ListQuery query) {
        return stock.valuation(query);
    }
}
