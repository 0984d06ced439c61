package com.promode.aurora.inventory.count;

import com.promode.aurora.inventory.location.Locations;
import com.promode.aurora.inventory.stock.CountedStock;
import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.code.Codes;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
            Locations locations,
            Codes codes,
            Audit audit,
            Clock clock) {
        this.counts = counts;
        this.lines = lines;
        this.queries = queries;
        this.countedStock = countedStock;
        this.stock = stock;
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
        var count = counts.lockOpen(id, "counted");
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

    CountSheetView cancel(UUID id) {
        var count = counts.lockOpen(id, "cancelled");
        counts.close(id, CountStatus.CANCELLED, Caller.current().id(), clock.instant());
        audit.record(
                "stock_count.cancel",
                RESOURCE,
                id,
                Map.of("status", count.status()),
                Map.of("status", CountStatus.CANCELLED));
        return queries.get(id);
    }
}
