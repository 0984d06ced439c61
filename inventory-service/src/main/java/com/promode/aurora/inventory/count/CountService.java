package com.promode.aurora.inventory.count;

import com.promode.aurora.inventory.location.Locations;
import com.promode.aurora.inventory.stock.ApprovalLimit;
import com.promode.aurora.inventory.stock.CountedStock;
import com.promode.aurora.inventory.stock.MovementView;
import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.code.Codes;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stock takes. Who counts or posts holds the stock of the products before he locks the count. */
@Service
@Transactional
class CountService {

    private static final String RESOURCE = "stock_count";
    private static final String PREFIX = "SC";

    private final CountRepository counts;
    private final CountLineRepository lines;
    private final CountQueries queries;
    private final CountedStock countedStock;
    private final StockService stock;
    private final ApprovalLimit limit;
    private final Locations locations;
    private final Codes codes;
    private final Audit audit;
    private final Clock clock;

    CountService(
            CountRepository counts,
            CountLineRepository lines,
            CountQueries queries,
            CountedStock countedStock,
            StockService stock,
            ApprovalLimit limit,
            Locations locations,
            Codes codes,
            Audit audit,
            Clock clock) {
        this.counts = counts;
        this.lines = lines;
        this.queries = queries;
        this.countedStock = countedStock;
        this.stock = stock;
        this.limit = limit;
        this.locations = locations;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    CountSheetView open(OpenCount command) {
        var location = command.locationId();
        locations.find(Set.of(location)).requireKnown(location);
        var count = new StockCount(Ids.next(), codes.next(PREFIX), location, CountStatus.OPEN);
        if (!counts.open(count, command.notes(), Caller.current().id(), clock.instant())) {
            throw BusinessException.conflict(
                    "CONFLICT", "A count of location %s is open already; post or cancel it first", location);
        }
        audit.record("stock_count.open", RESOURCE, count.id(), null, count);
        return queries.get(count.id());
    }

    /** What the ledger has is read under the locks of the products, so that each movement is before the count or after it. */
    CountSheetView count(UUID id, CountLots command) {
        stock.hold(command.products());
        var count = locked(id, "counted");
        try {
            var lots = command.counted();
            var booked = countedStock.compare(count.locationId(), lots);
            var before = lines.found(id, lots);
            lines.count(id, lots, booked, Caller.current().id(), clock.instant());
            audit.record(
                    "stock_count.count", RESOURCE, id, Map.of("lines", before), Map.of("lines", lines.found(id, lots)));
        } catch (BusinessException e) {
            throw e.within("lines");
        }
        return queries.get(id);
    }

    CountSheetView post(UUID id) {
        var products = lines.products(id);
        stock.hold(products);
        var count = locked(id, "posted");
        var counted = lines.counted(id);
        if (counted.stream().anyMatch(line -> !products.contains(line.productId()))) {
            throw new CannotAcquireLockException("Another product has been counted for " + count.code());
        }
        var differing = counted.stream().filter(CountedLine::differs).toList();
        checkShortages(count, differing);
        var movements = stock.move(differing.stream().map(count::adjustment).toList());
        checkPoster(id, movements);
        lines.moved(id, differing, movements.stream().map(MovementView::id).toList());
        return closed(count, CountStatus.POSTED, "stock_count.post");
    }

    CountSheetView cancel(UUID id) {
        return closed(locked(id, "cancelled"), CountStatus.CANCELLED, "stock_count.cancel");
    }

    private StockCount locked(UUID id, String verb) {
        var count = counts.lock(id).orElseThrow(() -> BusinessException.notFound("stock count", id));
        count.requireOpen(verb);
        return count;
    }

    private void checkShortages(StockCount count, List<CountedLine> differing) {
        var booked = countedStock.compare(
                count.locationId(), differing.stream().map(CountedLine::toCounted).toList());
        for (int position = 0; position < differing.size(); position++) {
            differing.get(position).checkAgainst(booked.get(position));
        }
    }

    private void checkPoster(UUID count, List<MovementView> movements) {
        var user = Caller.current().id();
        var worth = movements.stream().map(MovementView::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (limit.isExceededBy(worth) && lines.counters(count).contains(user)) {
            throw BusinessException.forbidden(
                    "The variances are worth INR %s, and you counted yourself: another user has to post them",
                    worth.toPlainString());
        }
    }

    private CountSheetView closed(StockCount count, CountStatus status, String action) {
        counts.close(count.id(), status, Caller.current().id(), clock.instant());
        audit.record(action, RESOURCE, count.id(), Map.of("status", count.status()), Map.of("status", status));
        return queries.get(count.id());
    }
}
