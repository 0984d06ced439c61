package com.promode.aurora.inventory.recall;

import com.promode.aurora.contracts.inventory.StockEvent.AffectedOrder;
import com.promode.aurora.contracts.inventory.StockEvent.LotRecalled;
import com.promode.aurora.inventory.lot.LotQueries;
import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.inventory.lot.LotView;
import com.promode.aurora.inventory.quarantine.LotStates;
import com.promode.aurora.inventory.reason.GiveReason;
import com.promode.aurora.inventory.reservation.AffectedOrders;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recalls a lot for good: nobody is given any more of it, and everybody who has been is named. */
@Service
@Transactional
class RecallService {

    private static final int ORDERS_PER_EVENT = 2_000;

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

    /** What has come back of the lot is recalled with it. */
    RecallView recall(UUID id, GiveReason command) {
        var product = lots.get(id).productId();
        orders.lock(Set.of(product), lots.withReturns(id));
        var before = lots.get(id);
        var family = lots.withReturns(id).stream().map(lots::get).toList();
        family.stream()
                .filter(lot -> lot.id().equals(id) || lot.state() != LotState.RECALLED)
                .forEach(lot -> states.change(lot.id(), LotState.RECALLED, command.reason()));
        var affected = family.stream()
                .flatMap(lot -> withdraw(lot, command.reason()).stream())
                .toList();
        var after = lots.get(id);
        audit.record("lot.recall", "lot", id, before, after);
        return new RecallView(after, affected);
    }

    private List<AffectedOrder> withdraw(LotView lot, String reason) {
        var affected = orders.of(lot.id());
        orders.withdraw(lot.id());
        // an event has to fit into a record of Kafka
        var parts = affected.isEmpty()
                ? List.of(affected)
                : affected.stream()
                        .gather(Gatherers.windowFixed(ORDERS_PER_EVENT))
                        .toList();
        parts.forEach(part -> outbox.publish(recalled(lot, reason, part)));
        return affected;
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
