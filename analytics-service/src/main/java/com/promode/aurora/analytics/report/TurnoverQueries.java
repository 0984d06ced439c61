package com.promode.aurora.analytics.report;

import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.list.ListQuery;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what came in and went out; rows, totals and freshness are of one moment. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class TurnoverQueries {

    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final Freshness freshness;

    TurnoverQueries(JdbcClient jdbc, BusinessTime time, Freshness freshness) {
        this.jdbc = jdbc;
        this.time = time;
        this.freshness = freshness;
    }

    Report<TurnoverRow, TurnoverTotals> report(ListQuery list) {
        var query = ReportQuery.of(list, time.today(), GroupBy.DAY, GroupBy.PRODUCT, GroupBy.CATEGORY);
        var rows = query.groupBy()
                .rows("daily_stock", "quantity_in", "quantity_out", "revenue", "cost", "waste_quantity", "movements");
        var totals = jdbc.sql("""
                        SELECT count(*) AS rows, coalesce(sum(quantity_in), 0.000) AS quantity_in,
                            coalesce(sum(quantity_out), 0.000) AS quantity_out, coalesce(sum(revenue), 0.00) AS revenue,
                            coalesce(sum(cost), 0.00) AS cost, coalesce(sum(waste_quantity), 0.000) AS waste_quantity,
                            coalesce(sum(movements), 0) AS movements
                        FROM (%s) AS rows
                        """.formatted(rows))
                .paramSource(query.period())
                .query(TurnoverTotals.class)
                .single();
        var page = jdbc.sql(rows + " ORDER BY " + query.groupBy().order("revenue") + " LIMIT :limit OFFSET :offset")
                .param("from", query.period().from())
                .param("to", query.period().to())
                .param("limit", list.limit())
                .param("offset", ReportQuery.offset(list))
                .query(new DataClassRowMapper<>(TurnoverRow.class))
                .list();
        return new Report<>(page, totals, freshness.asOf(), ReportQuery.meta(list, totals.rows()));
    }
}
