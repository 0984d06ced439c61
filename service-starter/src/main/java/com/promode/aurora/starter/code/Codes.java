package com.promode.aurora.starter.code;

import com.promode.aurora.starter.tenant.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Codes that people read out, such as {@code PRD-001}: counted per tenant and prefix, at least three digits, growing as
 * needed. A rolled back transaction gives its code back; two at once wait for each other.
 */
public class Codes {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    Codes(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    /** The next code of the current tenant, within the current transaction. */
    public String next(String prefix) {
        return next(prefix, 1).getFirst();
    }

    /** The next {@code count} codes, in order. */
    public List<String> next(String prefix, int count) {
        long last = jdbc.sql("""
                INSERT INTO codes AS c (tenant_id, prefix, last) VALUES (:tenant, :prefix, :count)
                ON CONFLICT (tenant_id, prefix) DO UPDATE SET last = c.last + excluded.last
                RETURNING last
                """)
                .param("tenant", tenants.current())
                .param("prefix", prefix)
                .param("count", count)
                .query(Long.class)
                .single();
        return LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> String.format(Locale.ROOT, "%s-%03d", prefix, number))
                .toList();
    }
}
