package com.promode.aurora.analytics.report;

import java.math.BigDecimal;
import java.util.List;

/** The sums of all rows of a turnover report, whatever the page. */
record TurnoverTotals(
        BigDecimal quantityIn,
        BigDecimal quantityOut,
        BigDecimal revenue,
        BigDecimal cost,
        BigDecimal wasteQuantity,
        long movements) {

    static TurnoverTotals of(List<TurnoverRow> rows) {
        return new TurnoverTotals(
                Sums.quantity(rows, TurnoverRow::quantityIn),
                Sums.quantity(rows, TurnoverRow::quantityOut),
                Sums.money(rows, TurnoverRow::revenue),
                Sums.money(rows, TurnoverRow::cost),
                Sums.quantity(rows, TurnoverRow::wasteQuantity),
                rows.stream().mapToLong(TurnoverRow::movements).sum());
    }
}
