package com.promode.aurora.inventory.quarantine;

import com.promode.aurora.contracts.inventory.StockEvent.LotHeld;
import com.promode.aurora.contracts.inventory.StockEvent.LotReleased;
import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.inventory.stock.OrderStock;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the state of lots. Whoever does holds the stock of the product, as everybody who allocates its lots, so that nobody
 * is given what has just been held.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LotStates {

    private final JdbcClient jdbc;
    private final OrderStock stock;
    private final LotHistory history;
    private final Outbox outbox;
    private final Clock clock;

    LotStates(JdbcClient jdbc, OrderStock stock, LotHistory history, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.stock = stock;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Lot(UUID id, UUID productId, String batchNumber, LotState state) {}

    /**
     * Locks the stock of the lot's product, and then the lot, until the transaction ends.
     *
     * @throws BusinessException 404
     */
    public void lock(UUID id) {
        locked(id);
    }

    /**
     * Brings a lot into another state, keeps why, and says LotHeld or LotReleased; who recalls a lot tells of it himself.
     *
     * @throws BusinessException 404, or 409 {@code INVALID_TRANSITION}
     */
    public void change(UUID id, LotState to, String reason) {
        var lot = locked(id);
        var allowed = lot.state().next();
        if (!allowed.contains(to)) {
            throw BusinessException.conflict(
                    "INVALID_TRANSITION",
                    "Lot %s is %s and can't become %s, but: %s",
                    lot.batchNumber(),
                    lot.state(),
                    to,
                    allowed.isEmpty()
                            ? "nothing"
                            : allowed.stream().map(LotState::toString).collect(Collectors.joining(", ")));
        }
        jdbc.sql("UPDATE lots SET state = :state, hold_reason = :holdReason, version = version + 1 WHERE id = :id")
                .param("state", to.toString())
                .param("holdReason", to == LotState.HOLD ? reason : null)
                .param("id", id)
                .update();
        history.changed(id, lot.state(), to, reason);
        tell(lot, to, reason, clock.instant());
    }

    private Lot locked(UUID id) {
        var product = jdbc.sql("SELECT product_id FROM lots WHERE id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> BusinessException.notFound("lot", id));
        stock.lock(Set.of(product));
        return jdbc.sql("SELECT batch_number, state FROM lots WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query((row, number) ->
                        new Lot(id, product, row.getString("batch_number"), LotState.of(row.getString("state"))))
                .single();
    }

    private void tell(Lot lot, LotState to, String reason, Instant now) {
        switch (to) {
            case HOLD ->
                outbox.publish(new LotHeld(Ids.next(), now, lot.productId(), lot.id(), lot.batchNumber(), reason));
            case AVAILABLE ->
                outbox.publish(new LotReleased(Ids.next(), now, lot.productId(), lot.id(), lot.batchNumber(), reason));
            case RECALLED -> {}
        }
    }
}
