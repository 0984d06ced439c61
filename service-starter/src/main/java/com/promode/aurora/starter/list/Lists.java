package com.promode.aurora.starter.list;

import com.promode.aurora.starter.list.ListQuery.Sort;
import com.promode.aurora.starter.web.BusinessException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs a {@link Listing} as a caller asked for it; within a read-only transaction of the calling {@code XQueries}. */
public class Lists {

    private final JdbcClient jdbc;
    private final ConversionService conversions;

    Lists(JdbcClient jdbc, ConversionService conversions) {
        this.jdbc = jdbc;
        this.conversions = conversions;
    }

    /** A numbered page, with the count of all. */
    public <T> Page<T> page(Listing<T> listing, ListQuery query) {
        return page(listing, query, Map.of());
    }

    /** A numbered page of a listing whose SQL has parameters of its own. */
    public <T> Page<T> page(Listing<T> listing, ListQuery query, Map<String, ?> parameters) {
        listing.checkVisible(query.fields());
        var where = new Where(listing, query, parameters);
        var total = count(listing, where);
        var sql = "SELECT " + listing.select() + " FROM " + listing.from() + where + order(listing, query)
                + " LIMIT :_limit OFFSET :_offset";
        var items = jdbc.sql(sql)
                .params(where.parameters())
                .param("_limit", query.limit())
                .param("_offset", (query.page() - 1L) * query.limit())
                .query(mapper(listing))
                .list();
        return Page.numbered(items, query, total);
    }

    /** The next part of an append-only list, which is sorted by time, either way, and then by key. */
    public <T> Page<T> keyset(Listing<T> listing, ListQuery query) {
        return keyset(listing, query, Map.of());
    }

    /** The next part of an append-only list whose SQL has parameters of its own. */
    public <T> Page<T> keyset(Listing<T> listing, ListQuery query, Map<String, ?> parameters) {
        listing.checkVisible(query.fields());
        var sort = timeSort(listing, query);
        var time = listing.field(sort.field(), "sort").sql();
        var where = new Where(listing, query, parameters);
        var total = query.total() ? count(listing, where) : null;
        var cursor = Optional.ofNullable(query.cursor()).map(Cursor::parse);
        cursor.ifPresent(from -> where.and(
                "(%s, %s) %s (:_time, :_key)".formatted(time, listing.key(), sort.descending() ? "<" : ">"),
                Map.of("_time", from.time(), "_key", from.key())));
        var direction = sort.descending() ? " DESC" : "";
        var sql = "SELECT %s, %s AS cursor_time, %s AS cursor_key FROM %s%s ORDER BY %s%s, %s%s LIMIT :_limit"
                .formatted(
                        listing.select(),
                        time,
                        listing.key(),
                        listing.from(),
                        where,
                        time,
                        direction,
                        listing.key(),
                        direction);
        var rows = jdbc.sql(sql)
                .params(where.parameters())
                .param("_limit", query.limit() + 1)
                .query(rows(mapper(listing)))
                .list();
        var visible = rows.subList(0, Math.min(rows.size(), query.limit()));
        var next = rows.size() > query.limit() ? visible.getLast().cursor().toString() : null;
        var items = visible.stream().map(Row::item).toList();
        return new Page<>(items, new Page.Keyset(query.limit(), next, total), query.fields());
    }

    /** The one item with this key, from the same source as the list. */
    public <T> Optional<T> one(Listing<T> listing, UUID key) {
        return one(listing, key, Map.of());
    }

    /** The one item with this key of a listing whose SQL has parameters of its own. */
    public <T> Optional<T> one(Listing<T> listing, UUID key, Map<String, ?> parameters) {
        var condition = listing.condition() == null ? "" : " AND (" + listing.condition() + ")";
        return jdbc.sql("SELECT " + listing.select() + " FROM " + listing.from() + " WHERE " + listing.key()
                        + " = :_key" + condition)
                .params(new HashMap<>(parameters))
                .param("_key", key)
                .query(mapper(listing))
                .optional();
    }

    private <T> Long count(Listing<T> listing, Where where) {
        return jdbc.sql("SELECT count(*) FROM " + listing.counted() + where)
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** How a row of this listing becomes its view, for a query of its own. */
    public <T> RowMapper<T> mapper(Listing<T> listing) {
        if (listing.mapper() != null) {
            return listing.mapper();
        }
        var mapper = new DataClassRowMapper<>(listing.view());
        mapper.setConversionService(conversions);
        return mapper;
    }

    private static Sort timeSort(Listing<?> listing, ListQuery query) {
        var own = listing.order().getFirst();
        if (query.sort().isEmpty()) {
            return own;
        }
        var asked = query.sort().getFirst();
        if (query.sort().size() > 1 || !asked.field().equals(own.field())) {
            throw BusinessException.invalid("sort", "this list sorts by %s or -%s", own.field(), own.field());
        }
        return asked;
    }

    private static String order(Listing<?> listing, ListQuery query) {
        var sorts = query.sort().isEmpty() ? listing.order() : query.sort();
        var columns = new ArrayList<String>();
        for (var sort : sorts) {
            columns.add(listing.field(sort.field(), "sort").sql() + (sort.descending() ? " DESC NULLS LAST" : ""));
        }
        columns.add(listing.key());
        return " ORDER BY " + String.join(", ", columns);
    }

    private static <T> RowMapper<Row<T>> rows(RowMapper<T> mapper) {
        return (result, number) -> new Row<>(item(mapper, result, number), cursor(result));
    }

    private static <T> T item(RowMapper<T> mapper, ResultSet result, int number) throws SQLException {
        @Nullable T item = mapper.mapRow(result, number);
        if (item == null) {
            throw new IllegalStateException("A list has no empty rows");
        }
        return item;
    }

    private static Cursor cursor(ResultSet result) throws SQLException {
        return new Cursor(
                result.getObject("cursor_time", OffsetDateTime.class), result.getObject("cursor_key", UUID.class));
    }

    private record Row<T>(T item, Cursor cursor) {}
}
