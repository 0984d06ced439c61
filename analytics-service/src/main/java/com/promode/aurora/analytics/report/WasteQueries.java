package com.promode.aurora.analytics.report;

import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.list.ListQuery;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was thrown away. Rows are few, so all are read in one pass over the facts, and then paged. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class WasteQueries {

    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final Freshness freshness;

    WasteQueries(JdbcClient jdbc, BusinessTime time, Freshness freshness) {
        this.jdbc = jdbc;
        this.time = time;
        this.freshness = freshness;
    }

    Report<WasteRow, WasteTotals> report(ListQuery list) {
        var query = ReportQuery.of(list, time.today(), GroupBy.REASON, GroupBy.PRODUCT, GroupBy.CATEGORY, GroupBy.DAY);
        var rows = jdbc.sql("""
                        SELECT key, label, quantity, cost,
                            coalesce(round(100 * cost / nullif(sum(cost) OVER (), 0), 2), 0.00) AS percentage
                        FROM (%s) AS rows ORDER BY %s
                        """.formatted(
                                query.groupBy().rows("daily_waste", "quantity", "cost"),
                                query.groupBy().order("cost")))
                .paramSource(query.period())
                .query(new DataClassRowMapper<>(WasteRow.class))
                .list();
        return Report.of(rows, WasteTotals.of(rows), freshness.asOf(), list);
    }
}
