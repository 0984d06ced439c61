package com.promode.aurora.analytics.report;

import com.promode.aurora.starter.list.ListQuery;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads where products stand now; rows, totals and freshness are of one moment. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class StockQueries {

    private final JdbcClient jdbc;
    private final Freshness freshness;

    StockQueries(JdbcClient jdbc, Freshness freshness) {
        this.jdbc = jdbc;
        this.freshness = freshness;
    }

    /** Every product, by its code. */
    Report<StockRow, StockTotals> inventory(ListQuery query) {
        return report(query, "code, id");
    }

    /** Every product, the one worth most first. */
    Report<StockRow, StockTotals> valuation(ListQuery query) {
        return report(query, "value DESC, id");
    }

    private Report<StockRow, StockTotals> report(ListQuery query, String order) {
        ReportQuery.checkWords(query);
        var totals = jdbc.sql("""
                        SELECT count(*) AS rows, coalesce(sum(on_hand), 0.000) AS on_hand,
                            coalesce(sum(value), 0.00) AS value
                        FROM products
                        """).query(StockTotals.class).single();
        var page = jdbc.sql("""
                        SELECT id AS product_id, code AS product_code, name, on_hand, average_cost, value
                        FROM products ORDER BY %s LIMIT :limit OFFSET :offset
                        """.formatted(order))
                .param("limit", query.limit())
                .param("offset", (query.page() - 1L) * query.limit())
                .query(new DataClassRowMapper<>(StockRow.class))
                .list();
        return Report.ofPage(page, totals, freshness.asOf(), query, totals.rows());
    }
}
