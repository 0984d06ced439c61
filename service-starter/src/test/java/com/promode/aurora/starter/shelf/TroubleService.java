package com.promode.aurora.starter.shelf;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the database suffer. */
@Service
@Transactional
class TroubleService {

    private final JdbcClient jdbc;
    private final ShelfService shelves;
    private final Gate gate;

    TroubleService(JdbcClient jdbc, ShelfService shelves, Gate gate) {
        this.jdbc = jdbc;
        this.shelves = shelves;
        this.gate = gate;
    }

    void badSql() {
        jdbc.sql("SELECT secret_column FROM shelves").query(String.class).list();
    }

    /** As when PostgreSQL restarts in the middle of a transaction. */
    void loseConnection() {
        jdbc.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                .query(Boolean.class)
                .list();
    }

    /** Gives up on an advisory lock that somebody else holds. */
    void waitForLock(long key) {
        jdbc.sql("SELECT set_config('lock_timeout', '20ms', true), pg_advisory_xact_lock(:key)")
                .param("key", key)
                .query(row -> {});
    }

    void crashAfter(SaveShelf command) {
        shelves.create(List.of(command));
        throw new AssertionError("as if the process had died");
    }

    void createSlowly(SaveShelf command) {
        shelves.create(List.of(command));
        gate.hold();
    }

    /** Locks two rows; the first two callers each hold one before they ask for the other. */
    void lock(UUID first, UUID second) {
        lock(first);
        gate.meet();
        lock(second);
    }

    private void lock(UUID id) {
        jdbc.sql("UPDATE shelves SET sturdy = true WHERE id = :id")
                .param("id", id)
                .update();
    }
}
