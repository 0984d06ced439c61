package com.promode.aurora.inventory.adjustment;

import com.promode.aurora.inventory.reason.GiveReason;
import com.promode.aurora.inventory.stock.ApprovalLimit;
import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adjusts stock: at once up to the approval limit, above it when another user agrees. */
@Service
@Transactional
class AdjustmentService {

    private static final String RESOURCE = "adjustment";

    private final AdjustmentRepository adjustments;
    private final AdjustmentQueries queries;
    private final StockService stock;
    private final ApprovalLimit limit;
    private final Audit audit;
    private final Clock clock;

    AdjustmentService(
            AdjustmentRepository adjustments,
            AdjustmentQueries queries,
            StockService stock,
            ApprovalLimit limit,
            Audit audit,
            Clock clock) {
        this.adjustments = adjustments;
        this.queries = queries;
        this.stock = stock;
        this.limit = limit;
        this.audit = audit;
        this.clock = clock;
    }

    /** Rehearsed under the lock of the product, so that it moves, if it does, at the worth that was found small enough. */
    Adjusted adjust(AdjustStock command) {
        var movement = command.movement();
        var worth = stock.rehearse(movement).cost();
        if (!limit.isExceededBy(worth)) {
            return new Adjusted.Moved(stock.move(List.of(movement)).getFirst());
        }
        var adjustment = new Adjustment(
                Ids.next(),
                command.productId(),
                command.lotId(),
                command.locationId(),
                command.quantity(),
                command.reason(),
                command.notes(),
                AdjustmentStatus.PENDING_APPROVAL,
                Caller.current().id());
        adjustments.save(adjustment, worth, clock.instant());
        var pending = queries.get(adjustment.id());
        audit.record("adjustment.request", RESOURCE, pending.id(), null, pending);
        return new Adjusted.Pending(pending);
    }

    /** Moves what the stock of now allows; if it does not, the adjustment stays pending. */
    AdjustmentView approve(UUID id) {
        var user = Caller.current().id();
        var before = queries.get(id);
        stock.hold(Set.of(before.productId()));
        var adjustment = decidable(id, AdjustmentStatus.APPROVED, user);
        var movement = stock.move(List.of(adjustment.movement())).getFirst();
        adjustments.approve(id, movement.id(), user, clock.instant());
        return recorded("adjustment.approve", before);
    }

    AdjustmentView reject(UUID id, GiveReason command) {
        var user = Caller.current().id();
        decidable(id, AdjustmentStatus.REJECTED, user);
        var before = queries.get(id);
        adjustments.reject(id, command.reason(), user, clock.instant());
        return recorded("adjustment.reject", before);
    }

    private Adjustment decidable(UUID id, AdjustmentStatus decision, UUID user) {
        var adjustment = adjustments.lock(id).orElseThrow(() -> BusinessException.notFound(RESOURCE, id));
        adjustment.checkDecision(decision, user);
        return adjustment;
    }

    private AdjustmentView recorded(String action, AdjustmentView before) {
        var after = queries.get(before.id());
        audit.record(action, RESOURCE, before.id(), before, after);
        return after;
    }
}
