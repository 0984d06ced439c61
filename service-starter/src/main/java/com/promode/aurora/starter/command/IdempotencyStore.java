package com.promode.aurora.starter.command;

import com.promode.aurora.starter.command.Idempotency.Key;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored answers by key. */
class IdempotencyStore {

    private static final int CHUNK = 10_000;

    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An answer that was given; of what digest the request was. */
    record Answer(
            String digest,
            int status,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {}

    /** Takes the key for this transaction; false when another holds it now. */
    boolean claim(Key key) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:scope, 0))")
                .param("scope", key.scope())
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> find(Key key) {
        return jdbc.sql("SELECT digest, status, location, etag, body FROM idempotency WHERE scope = :scope")
                .param("scope", key.scope())
                .query((row, number) -> new Answer(
                        row.getString("digest"),
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getBytes("body")))
                .optional();
    }

    void save(Key key, Answer answer) {
        jdbc.sql("""
                INSERT INTO idempotency (scope, digest, status, location, etag, body)
                VALUES (:scope, :digest, :status, :location, :etag, :body)
                """)
                .param("scope", key.scope())
                .param("digest", key.digest())
                .param("status", answer.status())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .update();
    }

    /** Forgets old answers, a bounded number at a time; says how many. */
    int forget(Duration age) {
        return jdbc.sql("""
                DELETE FROM idempotency WHERE scope IN (
                    SELECT scope FROM idempotency WHERE stored_at < now() - make_interval(secs => :seconds) LIMIT :chunk)
                """)
                .param("seconds", age.toSeconds())
                .param("chunk", CHUNK)
                .update();
    }
}
