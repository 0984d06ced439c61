package com.promode.aurora.starter.list;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asked of a list.
 *
 * @param page from 1
 * @param limit items per page, at most 200
 * @param sort in order of weight; empty means the list's own order
 * @param filters on fields, all of which must hold
 * @param q text to search for
 * @param cursor where a keyset list goes on, from {@code nextCursor} of the answer before
 * @param total whether a keyset list counts all its items
 * @param fields of an item that the caller wants; empty means all
 */
public record ListQuery(
        int page,
        int limit,
        List<Sort> sort,
        List<Filter> filters,
        @Nullable String q,
        @Nullable String cursor,
        boolean total,
        Set<String> fields) {

    /** Most items a page may have. */
    public static final int MAX_LIMIT = 200;

    /** Items of a page when the caller does not say. */
    public static final int DEFAULT_LIMIT = 20;

    /** Order by one field. */
    public record Sort(String field, boolean descending) {}

    /** A condition on one field. */
    public record Filter(String field, Operator operator, String value) {}

    /** How a filter compares: {@code field=}, {@code field[gte]=}, {@code field[lte]=}. */
    public enum Operator {
        EQUAL("="),
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    /** The same with other filters, for a list that treats some in its own way. */
    public ListQuery withFilters(List<Filter> others) {
        return new ListQuery(page, limit, sort, others, q, cursor, total, fields);
    }

    /** The value of an equality filter, for a list that treats the field in its own way. */
    public @Nullable String filter(String field) {
        return filters.stream()
                .filter(filter -> filter.field().equals(field) && filter.operator() == Operator.EQUAL)
                .map(Filter::value)
                .findFirst()
                .orElse(null);
    }
}
