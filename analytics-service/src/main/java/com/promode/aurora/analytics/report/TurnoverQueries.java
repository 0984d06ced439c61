package com.promode.aurora.analytics.report;

import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.list.ListQuery;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what came in and went out. Rows are few, so all are read in one pass over the facts, and then paged. */
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
        var sql = query.groupBy()
                .rows("daily_stock", "quantity_in", "quantity_out", "revenue", "cost", "waste_quantity", "movements");
        var rows = jdbc.sql(sql + " ORDER BY " + query.groupBy().order("revenue"))
                .paramSource(query.period())
                .query(new DataClassRowMapper<>(TurnoverRow.class))
                .list();
        return Report.of(rows, TurnoverTotals.of(rows), freshness.asOf(), list);
    }
}
