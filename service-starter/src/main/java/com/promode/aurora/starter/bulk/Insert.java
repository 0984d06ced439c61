package com.promode.aurora.starter.bulk;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * Inserts any number of rows by one statement, to which each column is an array (PostgreSQL's {@code unnest}): one plan and
 * one execution, where a batch of statements has one for each row.
 *
 * @param types of the columns, in their order
 */
public record Insert(String sql, List<String> types) {

    /**
     * Into these columns; the others have their defaults.
     *
     * @param columns each with its type, as in {@code "quantity numeric"}
     */
    public static Insert into(String table, String... columns) {
        var names = Stream.of(columns).map(column -> column.split(" ")[0]).collect(joining(", "));
        var types = Stream.of(columns).map(column -> column.split(" ")[1]).toList();
        var arrays = types.stream().map("?::%s[]"::formatted).collect(joining(", "));
        return new Insert("INSERT INTO %s (%s) SELECT * FROM unnest(%s)".formatted(table, names, arrays), types);
    }

    /**
     * The same, but for rows that are there already.
     *
     * @param action as in {@code "(id) DO UPDATE SET name = excluded.name"}
     */
    public Insert onConflict(String action) {
        return new Insert(sql + " ON CONFLICT " + action, types);
    }
}
