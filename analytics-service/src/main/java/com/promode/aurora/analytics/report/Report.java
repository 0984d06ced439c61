package com.promode.aurora.analytics.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.list.Paged;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows, the totals of all rows, and how fresh they are.
 *
 * @param asOf when the newest event that is in the numbers had been recorded, null while there is none
 */
record Report<R extends Object, T extends Object>(
        List<R> rows,
        T totals,
        @Nullable Instant asOf,
        @JsonIgnore Page.Meta meta) implements Paged {

    /** The page that the caller asked for, of rows that are all at hand. */
    static <R, T> Report<R, T> of(List<R> all, T totals, @Nullable Instant asOf, ListQuery query) {
        var page = all.stream()
                .skip((query.page() - 1L) * query.limit())
                .limit(query.limit())
                .toList();
        return ofPage(page, totals, asOf, query, all.size());
    }

    /** A page, of so many rows. */
    static <R, T> Report<R, T> ofPage(List<R> page, T totals, @Nullable Instant asOf, ListQuery query, long rows) {
        return new Report<>(page, totals, asOf, Page.numbered(page, query, rows).meta());
    }
}
