package com.promode.aurora.analytics.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Sums of rows, with the scale of their columns even where there are none. */
final class Sums {

    private static final BigDecimal NO_QUANTITY = new BigDecimal("0.000");
    private static final BigDecimal NO_MONEY = new BigDecimal("0.00");

    private Sums() {}

    static <R> BigDecimal quantity(List<R> rows, Function<R, BigDecimal> column) {
        return rows.stream().map(column).reduce(NO_QUANTITY, BigDecimal::add);
    }

    static <R> BigDecimal money(List<R> rows, Function<R, BigDecimal> column) {
        return rows.stream().map(column).reduce(NO_MONEY, BigDecimal::add);
    }
}
