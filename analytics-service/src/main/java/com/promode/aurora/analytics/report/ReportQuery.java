package com.promode.aurora.analytics.report;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.web.BusinessException;
import java.time.LocalDate;
import java.util.List;

/** What a caller asks of a report over days. */
record ReportQuery(Period period, GroupBy groupBy) {

    static ReportQuery of(ListQuery query, LocalDate today, GroupBy... allowed) {
        checkWords(query, "from", "to", "groupBy");
        return new ReportQuery(Period.of(query, today), GroupBy.of(query, allowed));
    }

    /** Refuses what a list understands and a report does not. */
    static void checkWords(ListQuery query, String... known) {
        query.filters().stream()
                .filter(filter -> filter.operator() != ListQuery.Operator.EQUAL
                        || !List.of(known).contains(filter.field()))
                .findFirst()
                .ifPresent(filter -> refuse(filter.field()));
        if (!query.sort().isEmpty()) {
            refuse("sort");
        }
        if (!query.fields().isEmpty()) {
            refuse("fields");
        }
        if (query.q() != null) {
            refuse("q");
        }
        if (query.cursor() != null) {
            refuse("cursor");
        }
    }

    private static void refuse(String field) {
        throw BusinessException.invalid(field, "is not a parameter of this report");
    }
}
