package com.promode.aurora.auth.audit;

import com.promode.aurora.auth.audit.ChainCheck.Link;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Verifies the chain of the current tenant, a bounded piece at a time, each as of one moment. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class ChainQueries {

    private static final int CHUNK = 1_000;
    private static final String START = "0".repeat(64);

    private final JdbcClient jdbc;
    private final Clock clock;

    ChainQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Chain(long position, String hash, long droppedPosition, String droppedHash) {}

    /**
     * Walks from a row, which is checked again, or else from the beginning.
     *
     * @param limit of rows
     */
    VerificationView verify(@Nullable Long from, int limit) {
        var chain = chain();
        var start = Math.max(from == null ? 0 : from, chain.droppedPosition() + 1);
        var check = new ChainCheck(start, start == chain.droppedPosition() + 1 ? chain.droppedHash() : null);
        var complete = walk(check, start, chain.position(), from == null ? limit : limit + 1);
        if (complete) {
            check.end(chain.position(), chain.hash());
            beyond(chain.position())
                    .forEach(link ->
                            check.beyond(link.entry().position(), link.entry().id()));
        }
        return new VerificationView(
                check.breaks().isEmpty(),
                complete,
                check.checked(),
                start,
                check.last(),
                chain.droppedPosition(),
                chain.position(),
                chain.hash(),
                check.breaks(),
                complete ? null : Long.toString(check.last()),
                clock.instant());
    }

    /** Says whether the end was reached. */
    private boolean walk(ChainCheck check, long start, long end, int limit) {
        var position = start - 1;
        var id = new UUID(-1, -1); // the greatest: all rows at the position before are left out
        while (check.checked() < limit && !check.isFull()) {
            var size = (int) Math.min(CHUNK, limit - check.checked());
            var links = links(position, id, end, size);
            links.forEach(check::take);
            if (links.size() < size) {
                return true;
            }
            position = links.getLast().entry().position();
            id = links.getLast().entry().id();
        }
        return !check.isFull() && check.last() >= end;
    }

    private Chain chain() {
        return jdbc.sql("""
                        SELECT position, encode(hash, 'hex') AS hash, dropped_position,
                            encode(dropped_hash, 'hex') AS dropped_hash
                        FROM audit_chains
                        """)
                .query((row, number) -> new Chain(
                        row.getLong("position"),
                        row.getString("hash"),
                        row.getLong("dropped_position"),
                        row.getString("dropped_hash")))
                .optional()
                .orElse(new Chain(0, START, 0, START));
    }

    private List<Link> links(long position, UUID id, long end, int size) {
        return jdbc.sql("""
                        SELECT *, encode(previous_hash, 'hex') AS previous, encode(hash, 'hex') AS own FROM audit_log
                        WHERE (position, id) > (:position, :id) AND position <= :end
                        ORDER BY position, id LIMIT :size
                        """)
                .param("position", position)
                .param("id", id)
                .param("end", end)
                .param("size", size)
                .query((row, number) -> new Link(AuditEntry.of(row), row.getString("previous"), row.getString("own")))
                .list();
    }

    private List<Link> beyond(long end) {
        return links(end, new UUID(-1, -1), Long.MAX_VALUE, 10);
    }
}
