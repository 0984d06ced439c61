package com.promode.aurora.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.test.ServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a list may be narrowed by is found by an index, in the order of the list. */
@ServiceTest
class ListIndexTests {

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
    void hasAnIndexInTheOrderOfTheList(String table, String column, String time) {
        var indexes = jdbc.sql("SELECT indexdef FROM pg_indexes WHERE schemaname = 'inventory' AND tablename = :table")
                .param("table", table)
                .query(String.class)
                .list();

        assertThat(indexes)
                .anyMatch(index -> index.matches(".*\\((tenant_id, )?%s, %s, id\\).*".formatted(column, time)));
    }
}
