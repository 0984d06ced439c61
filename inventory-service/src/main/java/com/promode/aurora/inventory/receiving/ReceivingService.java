package com.promode.aurora.inventory.receiving;

import com.promode.aurora.inventory.location.Locations;
import com.promode.aurora.inventory.receiving.ReceivedLot.Receivable;
import com.promode.aurora.inventory.stock.BackDating;
import com.promode.aurora.inventory.stock.MoveStock;
import com.promode.aurora.inventory.stock.ReferenceType;
import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.code.Codes;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every item of a receipt becomes a lot, and an inbound movement that puts it at the location. */
@Service
@Transactional
class ReceivingService {

    private static final String BATCH_PREFIX = "LOT";

    private final ReceiptRepository receipts;
    private final ReceiptQueries queries;
    private final Locations locations;
    private final StockService stock;
    private final BackDating backDating;
    private final BusinessTime businessTime;
    private final Codes codes;
    private final Clock clock;

    ReceivingService(
            ReceiptRepository receipts,
            ReceiptQueries queries,
            Locations locations,
            StockService stock,
            BackDating backDating,
            BusinessTime businessTime,
            Codes codes,
            Clock clock) {
        this.receipts = receipts;
        this.queries = queries;
        this.locations = locations;
        this.stock = stock;
        this.backDating = backDating;
        this.businessTime = businessTime;
        this.codes = codes;
        this.clock = clock;
    }

    ReceiptView receive(ReceiveGoods command) {
        var now = clock.instant();
        var receivedAt = backDating.check("receivedAt", command.receivedAt(), now);
        locations.find(Set.of(command.locationId())).requireOpen(command.locationId());
        var id = Ids.next();
        try {
            var lots = lots(command, receivedAt);
            receipts.save(id, command, receivedAt, now, Caller.current().id());
            receipts.saveLots(id, lots, receivedAt);
            stock.move(lots.stream()
                    .map(lot -> inbound(id, command, lot, receivedAt))
                    .toList());
        } catch (BusinessException e) {
            throw e.within("items");
        }
        return queries.get(id);
    }

    private List<ReceivedLot> lots(ReceiveGoods command, Instant receivedAt) {
        var day = businessTime.date(receivedAt);
        var products = receipts.products(
                command.items().stream().map(ReceiveGoods.Item::productId).collect(Collectors.toSet()));
        var generated = batchNumbersFor(command.items());
        return Batches.each(
                command.items(),
                item -> ReceivedLot.of(
                        item,
                        known(products, item),
                        Objects.requireNonNullElseGet(item.batchNumber(), generated::next),
                        day));
    }

    private static Receivable known(Map<UUID, Receivable> products, ReceiveGoods.Item item) {
        var product = products.get(item.productId());
        if (product == null) {
            throw BusinessException.notFound("product", item.productId());
        }
        return product;
    }

    private Iterator<String> batchNumbersFor(List<ReceiveGoods.Item> items) {
        var missing =
                (int) items.stream().filter(item -> item.batchNumber() == null).count();
        return missing == 0
                ? List.<String>of().iterator()
                : codes.next(BATCH_PREFIX, missing).iterator();
    }

    private static MoveStock inbound(UUID receipt, ReceiveGoods command, ReceivedLot lot, Instant receivedAt) {
        var order = command.purchaseOrderId();
        return MoveStock.inbound(
                lot.item().productId(),
                lot.item().quantity(),
                lot.id(),
                command.locationId(),
                lot.item().unitCost(),
                order == null ? ReferenceType.RECEIPT : ReferenceType.PURCHASE_ORDER,
                Objects.requireNonNullElse(order, receipt),
                receivedAt.atOffset(ZoneOffset.UTC));
    }
}
