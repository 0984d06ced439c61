package com.promode.aurora.analytics.report;

import static java.util.stream.Collectors.joining;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.web.BusinessException;
import java.util.Locale;
import java.util.stream.Stream;

/** By what a report makes its rows, and the SQL of it. */
enum GroupBy {
    DAY("day", "day::text", "day::text", ""),
    PRODUCT(
            "product_id",
            "product_id::text",
            "coalesce(products.name, product_id::text)",
            "LEFT JOIN products ON products.id = product_id"),
    CATEGORY(
            "product_id",
            "products.category_id::text",
            "coalesce(categories.name, products.category_id::text, 'Uncategorised')",
            "LEFT JOIN products ON products.id = product_id LEFT JOIN categories ON categories.id = products.category_id"),
    REASON("reason", "reason", "reason", "");

    private final String bucket;
    private final String key;
    private final String label;
    private final String names;

    GroupBy(String bucket, String key, String label, String names) {
        this.bucket = bucket;
        this.key = key;
        this.label = label;
        this.names = names;
    }

    /** The group that the caller asked for, the first where he does not say. */
    static GroupBy of(ListQuery query, GroupBy... allowed) {
        var asked = query.filter("groupBy");
        if (asked == null) {
            return allowed[0];
        }
        return Stream.of(allowed)
                .filter(group -> group.toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> BusinessException.invalid(
                        "groupBy",
                        "must be one of %s",
                        Stream.of(allowed).map(GroupBy::toString).collect(joining(", "))));
    }

    /**
     * SQL of the rows {@code key, label} and these sums over the days {@code :from} to {@code :to}. Days and products are
     * summed before names are looked up, so that a name is looked up once.
     */
    String rows(String table, String... sums) {
        return """
                SELECT %1$s AS key, %2$s AS label, %3$s
                FROM (SELECT %4$s, %3$s FROM %5$s WHERE day BETWEEN :from AND :to GROUP BY %4$s) AS facts %6$s
                GROUP BY 1, 2
                """.formatted(key, label, sums(sums), bucket, table, names);
    }

    /** Order of the rows: days as they went, anything else by weight. */
    String order(String weight) {
        return this == DAY ? "key" : weight + " DESC, key";
    }

    private static String sums(String... columns) {
        return Stream.of(columns).map("sum(%1$s) AS %1$s"::formatted).collect(joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
