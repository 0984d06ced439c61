package com.promode.aurora.analytics.report;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.web.BusinessException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Business days, both inclusive. */
record Period(LocalDate from, LocalDate to) {

    /** Two years and a leap day: longer is another report. */
    static final int MOST_DAYS = 731;

    private static final int DEFAULT_DAYS = 30;

    /** The days that the caller asked for; to today, and thirty of them, where he does not say. */
    static Period of(ListQuery query, LocalDate today) {
        var to = date(query, "to").orElse(today);
        var from = date(query, "from").orElseGet(() -> to.minusDays(DEFAULT_DAYS - 1));
        if (from.isAfter(to)) {
            throw BusinessException.invalid("from", "must not be after to, which is %s", to);
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw BusinessException.invalid("to", "must be at most %s days from %s, both included", MOST_DAYS, from);
        }
        return new Period(from, to);
    }

    private static Optional<LocalDate> date(ListQuery query, String field) {
        try {
            return Optional.ofNullable(query.filter(field)).map(LocalDate::parse);
        } catch (DateTimeException ignored) {
            throw BusinessException.invalid(field, "must be a date such as 2026-01-31");
        }
    }
}
