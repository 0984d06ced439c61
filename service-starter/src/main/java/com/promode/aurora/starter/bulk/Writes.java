package com.promode.aurora.starter.bulk;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows to be written, statement after statement in the order in which each was first added. However many there are, they go
 * to the database together, in one round trip.
 */
public class Writes {

    private final Map<Insert, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    /** A row, its values in the order of the columns. */
    public void add(Insert insert, @Nullable Object... row) {
        rows.computeIfAbsent(insert, added -> new ArrayList<>()).add(row);
    }

    /** Writes them, or nothing if there are none. */
    public void run(JdbcOperations jdbc) {
        if (!rows.isEmpty()) {
            jdbc.update(rows.keySet().stream().map(Insert::sql).collect(joining(";\n")), this::fill);
        }
    }

    private void fill(PreparedStatement statement) throws SQLException {
        var parameter = 1;
        for (var written : rows.entrySet()) {
            var types = written.getKey().types();
            for (var column = 0; column < types.size(); column++) {
                var position = column;
                var values =
                        written.getValue().stream().map(row -> row[position]).toArray();
                statement.setArray(parameter++, statement.getConnection().createArrayOf(types.get(column), values));
            }
        }
    }
}
