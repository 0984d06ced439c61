package com.promode.aurora.starter.list;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.starter.list.ListQuery.Sort;
import com.promode.aurora.starter.web.BusinessException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.RowMapper;

/**
 * One list endpoint: where its items come from, and the fields by which a caller may sort and filter. A constant of the
 * {@code XQueries} that serves it.
 *
 * <p>Columns of the select are named after the components of the view, in snake case.
 *
 * @param <T> the view, a record
 */
public final class Listing<T> {

    /** A field that callers may name. */
    record Field(String name, String sql, Class<?> type) {}

    private final Class<T> view;
    private final String select;
    private final String from;
    private final String counted;
    private final Map<String, Field> fields;
    private final @Nullable String condition;
    private final @Nullable String search;
    private final List<Sort> order;
    private final String key;
    private final @Nullable RowMapper<T> mapper;

    private Listing(Builder<T> builder) {
        this.view = builder.view;
        this.select = builder.select;
        this.from = builder.from;
        this.counted = builder.counted;
        this.fields = Map.copyOf(builder.fields);
        this.condition = builder.condition;
        this.search = builder.search;
        this.order = builder.order;
        this.key = builder.key;
        this.mapper = builder.mapper;
    }

    /**
     * Begins a listing.
     *
     * @param select the columns, without the word SELECT
     * @param from tables and joins, without the word FROM
     */
    public static <T> Builder<T> of(Class<T> view, String select, String from) {
        return new Builder<>(view, select, from);
    }

    /** What an item of the list is. */
    public Class<T> view() {
        return view;
    }

    /** The fields by which callers may sort and filter, with the types of their values. */
    public Map<String, Class<?>> fieldTypes() {
        return fields.values().stream()
                .collect(Collectors.toMap(Field::name, Field::type, (left, ignored) -> left, TreeMap::new));
    }

    /** The field that orders the list, either way, when the caller names none. */
    public String ownOrder() {
        var own = order.getFirst();
        return own.descending() ? "-" + own.field() : own.field();
    }

    /** Whether it answers to {@code ?q=}. */
    public boolean isSearchable() {
        return search != null;
    }

    String select() {
        return select;
    }

    String from() {
        return from;
    }

    String counted() {
        return counted;
    }

    @Nullable
    String condition() {
        return condition;
    }

    @Nullable
    String search() {
        return search;
    }

    List<Sort> order() {
        return order;
    }

    String key() {
        return key;
    }

    @Nullable
    RowMapper<T> mapper() {
        return mapper;
    }

    Field field(String name, String parameter) {
        var field = fields.get(name);
        if (field == null) {
            throw BusinessException.invalid(
                    parameter,
                    "'%s' is not one of %s",
                    name,
                    String.join(", ", fields.keySet().stream().sorted().toList()));
        }
        return field;
    }

    void checkVisible(Set<String> names) {
        var known = Arrays.stream(view.getRecordComponents())
                .filter(component -> !AnnotatedElementUtils.hasAnnotation(component.getAccessor(), JsonIgnore.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw BusinessException.invalid("fields", "'%s' is not a field of this list", name);
        });
    }

    /** Collects what a listing has; each method names SQL that is ours, never a caller's. */
    public static final class Builder<T> {

        private final Class<T> view;
        private final String select;
        private final String from;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private String counted;
        private @Nullable String condition;
        private @Nullable String search;
        private List<Sort> order = List.of();
        private String key = "id";
        private @Nullable RowMapper<T> mapper;

        private Builder(Class<T> view, String select, String from) {
            this.view = view;
            this.select = select;
            this.from = from;
            this.counted = from;
        }

        /** A field to sort and filter by; enums are named by what their {@code toString} says. */
        public Builder<T> field(String name, String sql, Class<?> type) {
            fields.put(name, new Field(name, sql, type));
            return this;
        }

        /** The table that has all rows and filters of the list, where the others only add columns: it is counted alone. */
        public Builder<T> counted(String from) {
            counted = from;
            return this;
        }

        /** A condition that always holds; may use parameters that the query passes in. */
        public Builder<T> where(String sql) {
            condition = sql;
            return this;
        }

        /** The condition of {@code ?q=}, which is the parameter {@code :q}. */
        public Builder<T> search(String sql) {
            search = sql;
            return this;
        }

        /** The order when the caller names none, e.g. {@code -createdAt}; must be a declared field. */
        public Builder<T> order(String field) {
            order = List.of(new Sort(field.replaceFirst("^-", ""), field.startsWith("-")));
            return this;
        }

        /** The unique column that breaks ties, {@code id} unless told. */
        public Builder<T> key(String sql) {
            key = sql;
            return this;
        }

        /** How a row becomes the view, where names alone do not tell. */
        public Builder<T> mappedBy(RowMapper<T> rows) {
            mapper = rows;
            return this;
        }

        /** The finished listing. */
        public Listing<T> build() {
            return new Listing<>(this);
        }
    }
}
