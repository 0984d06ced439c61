package com.promode.aurora.analytics.report;

import java.math.BigDecimal;
import java.util.List;

/** The sums of all rows of a waste report, whatever the page. */
record WasteTotals(BigDecimal quantity, BigDecimal cost) {

    static WasteTotals of(List<WasteRow> rows) {
        return new WasteTotals(Sums.quantity(rows, WasteRow::quantity), Sums.money(rows, WasteRow::cost));
    }
}
