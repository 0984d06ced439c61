package com.promode.aurora.analytics.report;

import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.list.ListQuery;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was thrown away; rows, totals and freshness are of one moment. */
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
        var rows = query.groupBy().rows("daily_waste", "quantity", "cost");
        var totals = jdbc.sql("""
                        SELECT count(*) AS rows, coalesce(sum(quantity), 0.000) AS quantity,
                            coalesce(sum(cost), 0.00) AS cost
                        FROM (%s) AS rows
                        """.formatted(rows))
                .paramSource(query.period())
                .query(WasteTotals.class)
                .single();
        var page = jdbc.sql("""
                        SELECT key, label, quantity, cost,
                            coalesce(round(100 * cost / nullif(:total, 0), 2), 0.00) AS percentage
                        FROM (%s) AS rows ORDER BY %s LIMIT :limit OFFSET :offset
                        """.formatted(rows, query.groupBy().order("cost")))
                .param("from", query.period().from())
                .param("to", query.period().to())
                .param("total", totals.cost())
                .param("limit", list.limit())
                .param("offset", ReportQuery.offset(list))
                .query(new DataClassRowMapper<>(WasteRow.class))
                .list();
        return new Report<>(page, totals, freshness.asOf(), ReportQuery.meta(list, totals.rows()));
    }
}
