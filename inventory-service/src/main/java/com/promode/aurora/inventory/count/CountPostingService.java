package com.promode.aurora.inventory.count;

import com.promode.aurora.inventory.reservation.AffectedOrders;
import com.promode.aurora.inventory.stock.Allocation;
import com.promode.aurora.inventory.stock.ApprovalLimit;
import com.promode.aurora.inventory.stock.CountedStock;
import com.promode.aurora.inventory.stock.MovementView;
import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the ledger right by what was counted, and the orders that were promised what is not there. */
@Service
@Transactional
class CountPostingService {

    private final CountRepository counts;
    private final CountLineRepository lines;
    private final CountQueries queries;
    private final CountedStock countedStock;
    private final AffectedOrders orders;
    private final StockService stock;
    private final ApprovalLimit limit;
    private final Audit audit;
    private final Clock clock;

    CountPostingService(
            CountRepository counts,
            CountLineRepository lines,
            CountQueries queries,
            CountedStock countedStock,
            AffectedOrders orders,
            StockService stock,
            ApprovalLimit limit,
            Audit audit,
            Clock clock) {
        this.counts = counts;
        this.lines = lines;
        this.queries = queries;
        this.countedStock = countedStock;
        this.orders = orders;
        this.stock = stock;
        this.limit = limit;
        this.audit = audit;
        this.clock = clock;
    }

    CountSheetView post(UUID id) {
        var seen = lines.counted(id);
        hold(seen);
        var count = counts.lockOpen(id, "posted");
        var counted = lines.counted(id);
        if (!counted.equals(seen)) {
            throw new CannotAcquireLockException("Somebody has just counted for " + count.code());
        }
        var differing = counted.stream().filter(CountedLine::differs).toList();
        var lacking = giveBackWhatIsMissing(count, differing);
        var movements = stock.move(differing.stream().map(count::adjustment).toList());
        checkPoster(id, movements);
        lines.moved(id, differing, movements.stream().map(MovementView::id).toList());
        orders.serveAgain(lacking);
        counts.close(id, CountStatus.POSTED, Caller.current().id(), clock.instant());
        audit.record(
                "stock_count.post",
                "stock_count",
                id,
                Map.of("status", count.status()),
                Map.of("status", CountStatus.POSTED));
        return queries.get(id);
    }

    /** Of what is missing, somebody may have been promised something: the other goods of his order are held too. */
    private void hold(List<CountedLine> counted) {
        orders.lock(
                counted.stream().map(CountedLine::productId).collect(Collectors.toSet()),
                counted.stream()
                        .filter(line -> line.variance().signum() < 0)
                        .map(CountedLine::lotId)
                        .toList());
    }

    private Set<UUID> giveBackWhatIsMissing(StockCount count, List<CountedLine> differing) {
        var booked = countedStock.compare(
                count.locationId(),
                differing.stream().map(CountedLine::toCounted).toList());
        var lacking = new LinkedHashSet<UUID>();
        for (var position = 0; position < differing.size(); position++) {
            var line = differing.get(position);
            var promised = line.promised(booked.get(position));
            if (promised.signum() > 0) {
                lacking.addAll(orders.giveBack(new Allocation(line.lotId(), count.locationId(), promised)));
            }
        }
        return lacking;
    }

    private void checkPoster(UUID count, List<MovementView> movements) {
        var worth = movements.stream().map(MovementView::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (limit.isExceededBy(worth)
                && lines.counters(count).contains(Caller.current().id())) {
            throw BusinessException.forbidden(
                    "The variances are worth INR %s, and you counted yourself: another user has to post them",
                    worth.toPlainString());
        }
    }
}
