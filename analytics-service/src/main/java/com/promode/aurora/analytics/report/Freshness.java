package com.promode.aurora.analytics.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How fresh the numbers of the current tenant are; part of the transaction that reads the numbers. */
@Repository
class Freshness {

    private final JdbcClient jdbc;

    Freshness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the newest applied event had been recorded, null before the first. */
    @Nullable
    Instant asOf() {
        return jdbc.sql("""
                        SELECT max(as_of) FROM (SELECT as_of FROM products UNION ALL SELECT as_of FROM categories) AS parts
                        HAVING count(*) > 0
                        """)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
