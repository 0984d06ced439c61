package com.promode.aurora.inventory.recall;

import com.promode.aurora.contracts.inventory.StockEvent.AffectedOrder;
import com.promode.aurora.contracts.inventory.StockEvent.LotRecalled;
import com.promode.aurora.inventory.lot.LotQueries;
import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.inventory.lot.LotView;
import com.promode.aurora.inventory.quarantine.LotStates;
import com.promode.aurora.inventory.reservation.AffectedOrders;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recalls a lot for good: nobody is given any more of it, and everybody who has been is named. */
@Service
@Transactional
class RecallService {

    private final LotStates states;
    private final LotQueries lots;
    private final AffectedOrders orders;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    RecallService(LotStates states, LotQueries lots, AffectedOrders orders, Audit audit, Outbox outbox, Clock clock) {
        this.states = states;
        this.lots = lots;
        this.orders = orders;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    RecallView recall(UUID id, RecallLot command) {
        orders.lock(lots.get(id).productId(), id);
        var before = lots.get(id);
        states.change(id, LotState.RECALLED, command.reason());
        var affected = orders.of(id);
        orders.withdraw(id);
        var after = lots.get(id);
        outbox.publish(recalled(after, command.reason(), affected));
        audit.record("lot.recall", "lot", id, before, after);
        return new RecallView(after, affected);
    }

    private LotRecalled recalled(LotView lot, String reason, List<AffectedOrder> affected) {
        return new LotRecalled(
                Ids.next(),
                clock.instant(),
                lot.productId(),
                lot.id(),
                lot.batchNumber(),
                reason,
                lot.onHand(),
                affected);
    }
}
