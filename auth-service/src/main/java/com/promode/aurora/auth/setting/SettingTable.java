package com.promode.aurora.auth.setting;

import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes settings with their history. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SettingTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Tenants tenants;

    SettingTable(JdbcClient jdbc, JsonMapper json, Tenants tenants) {
        this.jdbc = jdbc;
        this.json = json;
        this.tenants = tenants;
    }

    private record Written(long version, @Nullable String before) {}

    /** One at a time per tenant, also for a setting that has no row yet. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('settings of ' || :tenant, 0))")
                .param("tenant", tenants.current().toString())
                .query((row, number) -> true)
                .single();
    }

    /** Says whether it was another value before. */
    boolean write(String key, JsonNode value, Instant now) {
        var text = value.isNull() ? null : text(value);
        var user = Caller.find().map(Caller::id).orElse(null);
        var written = jdbc.sql("""
                        INSERT INTO settings AS known (tenant_id, key, value, version, updated_by, updated_at)
                        SELECT :tenant, :key, :value::jsonb, 1, :user, :now
                        WHERE :value::jsonb IS NOT NULL OR EXISTS (SELECT FROM settings WHERE key = :key)
                        ON CONFLICT (tenant_id, key) DO UPDATE
                        SET value = excluded.value, version = known.version + 1, updated_by = excluded.updated_by,
                            updated_at = excluded.updated_at
                        WHERE known.value IS DISTINCT FROM excluded.value
                        RETURNING version, old.value AS before
                        """)
                .param("tenant", tenants.current())
                .param("key", key)
                .param("value", text)
                .param("user", user)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Written(row.getLong("version"), row.getString("before")))
                .optional();
        written.ifPresent(change -> remember(key, change, text, user, now));
        return written.isPresent();
    }

    String text(JsonNode value) {
        return json.writeValueAsString(value);
    }

    private void remember(String key, Written change, @Nullable String after, @Nullable UUID user, Instant now) {
        jdbc.sql("""
                        INSERT INTO setting_history (tenant_id, key, version, old_value, new_value, changed_by, changed_at)
                        VALUES (:tenant, :key, :version, :before::jsonb, :after::jsonb, :user, :now)
                        """)
                .param("tenant", tenants.current())
                .param("key", key)
                .param("version", change.version())
                .param("before", change.before())
                .param("after", after)
                .param("user", user)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
