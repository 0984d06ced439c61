package com.promode.aurora.inventory.quarantine;

import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How lots came to their state, to which one may only add. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LotHistory {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Tenants tenants;
    private final Clock clock;

    LotHistory(JdbcClient jdbc, JdbcOperations batches, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * How a lot came from one state to another; nobody stands for the system itself.
     *
     * @param from null when it arrived
     */
    public record Change(
            @Nullable LotState from,
            LotState to,
            String reason,
            @Nullable UUID changedBy,
            Instant changedAt) {}

    /** Keeps why lots that have just arrived can't be sold. */
    public void arrived(Map<UUID, String> reasons) {
        batches.batchUpdate(
                """
                INSERT INTO lot_history (id, tenant_id, lot_id, to_state, reason, changed_by, changed_at)
                SELECT ?, tenant_id, id, state, left(?, 500), ?, ? FROM lots WHERE id = ?
                """,
                reasons.entrySet().stream()
                        .map(lot -> new @Nullable Object[] {Ids.next(), lot.getValue(), user(), now(), lot.getKey()})
                        .toList());
    }

    void changed(UUID lot, LotState from, LotState to, String reason) {
        jdbc.sql("""
                INSERT INTO lot_history (id, tenant_id, lot_id, from_state, to_state, reason, changed_by, changed_at)
                VALUES (:id, :tenant, :lot, :from, :to, :reason, :by, :at)
                """)
                .param("id", Ids.next())
                .param("tenant", tenants.current())
                .param("lot", lot)
                .param("from", from.toString())
                .param("to", to.toString())
                .param("reason", reason)
                .param("by", user())
                .param("at", now())
                .update();
    }

    /** The last changes of a lot, the newest first. */
    public List<Change> of(UUID lot, int limit) {
        return jdbc.sql("""
                SELECT from_state, to_state, reason, changed_by, changed_at FROM lot_history
                WHERE lot_id = :lot ORDER BY id DESC LIMIT :limit
                """)
                .param("lot", lot)
                .param("limit", limit)
                .query((row, number) -> new Change(
                        Optional.ofNullable(row.getString("from_state"))
                                .map(LotState::of)
                                .orElse(null),
                        LotState.of(row.getString("to_state")),
                        row.getString("reason"),
                        row.getObject("changed_by", UUID.class),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable UUID user() {
        return Caller.find().map(Caller::id).orElse(null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
