package com.promode.aurora.starter.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The one connection over which a relay holds the lock, hears of commits, reads and deletes. Whoever loses it has lost the
 * lock with it and can't delete anything; PostgreSQL takes it from an owner that has fallen silent.
 */
class OutboxSession implements AutoCloseable {

    /** How long an owner may be silent. Never shorter than a relay's longest wait between two statements. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private static final String READ = """
            SELECT seq, topic, key, headers, payload FROM outbox
            WHERE topic || ' ' || key <> ALL (?)
            ORDER BY seq LIMIT ?
            """;

    private static final String MOVE = """
            WITH sent AS (
                DELETE FROM outbox WHERE seq = ANY (?)
                RETURNING seq, event_id, topic, key, aggregate_version, headers, payload, created_at)
            INSERT INTO outbox_sent
                (seq, event_id, topic, key, aggregate_version, headers, payload, created_at, sent_at)
            SELECT seq, event_id, topic, key, aggregate_version, headers, payload, created_at, now() FROM sent
            """;

    private static final String AGE =
            "SELECT extract(epoch FROM clock_timestamp() - created_at) FROM outbox ORDER BY seq LIMIT 1";

    private final Connection connection;
    private final String schema;
    private long confirmedAt = System.nanoTime();

    private OutboxSession(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    static OutboxSession open(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try (var statement = connection.createStatement()) {
            // the second ends a statement whose result a frozen owner no longer takes; the third waits for no disk, as
            // a row that a crash of PostgreSQL brings back is sent again, and consumers know its event id; the last
            // keeps to the index, as a queue's table is hardly ever full and mostly pages of rows that are gone
            statement.execute("""
                    SET idle_session_timeout = %1$d;
                    SET tcp_user_timeout = %1$d;
                    SET synchronous_commit = off;
                    SET enable_seqscan = off
                    """.formatted(SILENCE.toMillis()));
            return new OutboxSession(connection, connection.getSchema());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    String schema() {
        return schema;
    }

    /** Becomes the owner, unless another is. */
    boolean lock() throws SQLException {
        return holds("SELECT pg_try_advisory_lock(hashtextextended('outbox of ' || current_schema(), 0))");
    }

    void listen() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + statement.enquoteIdentifier(channel(), true));
        }
    }

    /** Tells the owner, wherever it runs, of a commit. */
    void notifyOwner() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_notify(?, '')")) {
            statement.setString(1, channel());
            statement.execute();
        }
        confirm();
    }

    /** Whether somebody has told of a commit since the last call; does not wait. */
    boolean notified() throws SQLException {
        var notifications = connection.unwrap(PGConnection.class).getNotifications();
        return notifications != null && notifications.length > 0;
    }

    /** Throws when the connection, and with it the lock, is gone; asks PostgreSQL if that is not known of just now. */
    void requireOwnership() throws SQLException {
        if (System.nanoTime() - confirmedAt > FRESH) {
            holds("SELECT true");
        }
    }

    /** The rows with the lowest numbers among those that are there now, whatever was read before. */
    List<OutboxRow> read(int limit, Collection<String> heldLanes) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("text", heldLanes.toArray()));
            statement.setInt(2, limit);
            var rows = new ArrayList<OutboxRow>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(OutboxRow.of(result));
                }
            }
            confirm();
            return rows;
        }
    }

    /** Moves rows that Kafka has acknowledged; says how many were still there. */
    int move(Collection<Long> sequence) throws SQLException {
        try (var statement = connection.prepareStatement(MOVE)) {
            statement.setArray(1, connection.createArrayOf("bigint", sequence.toArray()));
            var moved = statement.executeUpdate();
            confirm();
            return moved;
        }
    }

    /** Age of the row with the lowest number in seconds, 0 when there is none. */
    double age() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(AGE)) {
            confirm();
            return result.next() ? result.getDouble(1) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private String channel() {
        return "outbox_" + schema;
    }

    private boolean holds(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(question)) {
            confirm();
            return result.next() && result.getBoolean(1);
        }
    }

    private void confirm() {
        confirmedAt = System.nanoTime();
    }
}
