package com.promode.aurora.inventory.stock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows to be written, statement after statement in the order in which each was first added. A few, such as those of a single
 * movement, go to the database together, in one round trip; many go as one batch per statement.
 */
class Writes {

    private static final int FEW = 10;

    private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    void add(String sql, @Nullable Object... row) {
        rows.computeIfAbsent(sql, added -> new ArrayList<>()).add(row);
    }

    void run(JdbcOperations jdbc) {
        var count = rows.values().stream().mapToInt(List::size).sum();
        if (count > FEW) {
            rows.forEach(jdbc::batchUpdate);
        } else if (count > 0) {
            var statements = new ArrayList<String>();
            var parameters = new ArrayList<@Nullable Object>();
            rows.forEach((sql, each) -> {
                statements.addAll(Collections.nCopies(each.size(), sql));
                each.forEach(row -> Collections.addAll(parameters, row));
            });
            jdbc.update(String.join(";\n", statements), parameters.toArray());
        }
    }
}
