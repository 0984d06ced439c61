package com.promode.aurora.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a list may be narrowed by is found by an index, in the order of the list. */
@ServiceTest
class ListIndexTests {

    private static final String ID = "'0192f000-0000-7000-8000-000000000001'";

    @Autowired
    private Tenants tenants;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "waste_records, waste_reason, occurred_at",
        "waste_records, disposal_method, occurred_at",
        "waste_records, product_id, occurred_at",
        "adjustments, status, requested_at",
        "adjustments, product_id, requested_at",
        "adjustments, location_id, requested_at",
        "adjustments, requested_by, requested_at",
        "receipts, location_id, received_at",
        "stock_counts, location_id, opened_at",
        "stock_movements, movement_type, occurred_at",
        "stock_movements, from_location_id, occurred_at",
        "lots, state, received_at"
    })
    void isFoundByAnIndex(String table, String column, String time) {
        tenants.run(
                TestTokens.PROMODE,
                () -> transaction.executeWithoutResult(status -> {
                    // of tables that are empty any plan is good: only what can't be done otherwise is scanned or sorted
                    jdbc.sql("SET LOCAL enable_seqscan = off").update();
                    jdbc.sql("SET LOCAL enable_bitmapscan = off").update();
                    jdbc.sql("SET LOCAL enable_sort = off").update();
                    var plan = String.join(
                            "\n",
                            jdbc.sql("EXPLAIN SELECT id FROM %s WHERE %s = %s ORDER BY %s DESC, id DESC LIMIT 20"
                                            .formatted(table, column, value(column), time))
                                    .query((row, number) -> row.getString(1))
                                    .list());
                    assertThat(plan).containsPattern("Index Cond: .*\\b" + column + " = ");
                }));
    }

    private static String value(String column) {
        return column.endsWith("_id") || column.endsWith("_by") ? ID : "'waste'";
    }
}
