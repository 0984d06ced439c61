package com.promode.aurora.starter.list;

import com.promode.aurora.starter.list.ListQuery.Filter;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The conditions of a list with their parameters. */
class Where {

    private static final int MAX_SCALE = 1_000;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters;

    Where(Listing<?> listing, ListQuery query, Map<String, ?> parameters) {
        this.parameters = new HashMap<>(parameters);
        if (listing.condition() != null) {
            conditions.add(listing.condition());
        }
        for (var filter : query.filters()) {
            add(listing, filter);
        }
        if (query.q() != null) {
            search(listing, query.q());
        }
    }

    void and(String condition, Map<String, ?> with) {
        conditions.add(condition);
        parameters.putAll(with);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return conditions.isEmpty() ? "" : " WHERE (" + String.join(") AND (", conditions) + ")";
    }

    private void add(Listing<?> listing, Filter filter) {
        var field = listing.field(filter.field(), filter.field());
        var parameter = "_f" + parameters.size();
        and(
                "%s %s :%s".formatted(field.sql(), filter.operator().sql(), parameter),
                Map.of(parameter, value(filter, field.type())));
    }

    private void search(Listing<?> listing, String text) {
        if (listing.search() == null) {
            throw BusinessException.invalid("q", "this list has no search");
        }
        and(listing.search(), Map.of("q", text));
    }

    private static Object value(Filter filter, Class<?> type) {
        try {
            return parse(filter.value(), type);
        } catch (IllegalArgumentException | DateTimeException ignored) {
            throw BusinessException.invalid(filter.field(), "'%s' is not %s", filter.value(), expected(type));
        }
    }

    private static Object parse(String text, Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .filter(text::equals)
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
        if (type.equals(UUID.class)) {
            return UUID.fromString(text);
        }
        if (type.equals(Instant.class)) {
            return OffsetDateTime.parse(text);
        }
        if (type.equals(LocalDate.class)) {
            return LocalDate.parse(text);
        }
        if (type.equals(BigDecimal.class)) {
            return number(text);
        }
        if (type.equals(Boolean.class)) {
            return flag(text);
        }
        return text;
    }

    /** A number that PostgreSQL can hold: the driver would write out all digits of 1e-999999999. */
    private static BigDecimal number(String text) {
        var number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(String::valueOf)
                                    .toList());
        }
        return type.equals(Instant.class)
                ? "a time with an offset, such as 2026-01-31T09:30:00Z"
                : "a " + type.getSimpleName();
    }
}
