package com.promode.aurora.inventory.movement;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.inventory.stock.ApprovalLimit.Adjusted;
import com.promode.aurora.inventory.stock.AskedMovement;
import com.promode.aurora.inventory.stock.MoveStock;
import com.promode.aurora.inventory.stock.MovementView;
import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.tenant.Tenants;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Single movements that several callers of a tenant ask for at once share a transaction, as most of what one costs is the
 * transaction. Each has its own answer: a movement that can't be made straight away, because something is wrong with it or
 * somebody else holds its product, is left out and made in a transaction of its own.
 */
@Component
class GroupCommit {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private final ContextSnapshotFactory contexts =
            ContextSnapshotFactory.builder().build();
    private final Map<UUID, Lane<AskedMovement, Optional<MovementView>>> lanes = new ConcurrentHashMap<>();
    private final StockService stock;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    GroupCommit(StockService stock, Tenants tenants, TransactionTemplate transaction) {
        this.stock = stock;
        this.tenants = tenants;
        this.transaction = transaction;
    }

    /** Moves all or nothing, as {@link StockService#moveWithin} does. */
    List<MovementView> move(Adjusted adjusted, List<MoveStock> commands) {
        return inGroup(commands).map(List::of).orElseGet(() -> stock.moveWithin(adjusted, commands));
    }

    /** What has a transaction already stays in it, and adjustments are watched by the request. */
    private Optional<MovementView> inGroup(List<MoveStock> commands) {
        var command = commands.getFirst();
        if (commands.size() > 1
                || command.movementType() == MovementType.ADJUSTMENT
                || TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        return lanes.computeIfAbsent(tenants.current(), tenant -> new Lane<>(this::commit))
                .run(new AskedMovement(command, contexts.captureAll()));
    }

    /** What fails before the commit has moved nothing, so that each may try alone; what fails in it is not known. */
    private List<Optional<MovementView>> commit(List<AskedMovement> asked) {
        return transaction.execute(status -> {
            try {
                return stock.moveEach(asked);
            } catch (RuntimeException e) {
                log.debug("{} movements are made one by one", asked.size(), e);
                status.setRollbackOnly();
                return Collections.nCopies(asked.size(), Optional.<MovementView>empty());
            }
        });
    }
}
