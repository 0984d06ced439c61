package com.promode.aurora.inventory.receiving;

import com.promode.aurora.contracts.inventory.ReceiptEvent.GoodsReceived;
import com.promode.aurora.inventory.location.Locations;
import com.promode.aurora.inventory.location.Locations.KnownLocations;
import com.promode.aurora.inventory.purchase.PurchaseOrder;
import com.promode.aurora.inventory.purchase.PurchaseOrders;
import com.promode.aurora.inventory.stock.BackDating;
import com.promode.aurora.inventory.stock.MoveStock;
import com.promode.aurora.inventory.stock.ReferenceType;
import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.code.Codes;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every item of a receipt becomes a lot, and an inbound movement that puts it at the location. Nothing of it goes to the audit
 * log: receipts are their own trail.
 */
@Service
@Transactional
class ReceivingService {

    private static final String BATCH_PREFIX = "LOT";

    private final ReceiptRepository receipts;
    private final ReceiptQueries queries;
    private final Locations locations;
    private final PurchaseOrders orders;
    private final StockService stock;
    private final BackDating backDating;
    private final BusinessTime businessTime;
    private final Codes codes;
    private final Outbox outbox;
    private final Clock clock;

    ReceivingService(
            ReceiptRepository receipts,
            ReceiptQueries queries,
            Locations locations,
            PurchaseOrders orders,
            StockService stock,
            BackDating backDating,
            BusinessTime businessTime,
            Codes codes,
            Outbox outbox,
            Clock clock) {
        this.receipts = receipts;
        this.queries = queries;
        this.locations = locations;
        this.orders = orders;
        this.stock = stock;
        this.backDating = backDating;
        this.businessTime = businessTime;
        this.codes = codes;
        this.outbox = outbox;
        this.clock = clock;
    }

    FullReceiptView receive(ReceiveGoods command) {
        var now = clock.instant();
        var receivedAt = backDating.check("receivedAt", command.receivedAt(), now);
        var known = locations.find(Set.of(command.locationId()));
        known.requireOpen(command.locationId());
        stock.hold(command.products());
        var order = command.purchaseOrderId() == null ? null : orders.lockOpen(command.purchaseOrderId());
        var id = Ids.next();
        try {
            var lots = lots(command, known, order, businessTime.date(receivedAt));
            if (order != null) {
                orders.save(order);
            }
            receipts.save(id, command, receivedAt, now, Caller.current().id());
            receipts.saveLots(id, lots, receivedAt);
            lots.forEach(lot -> outbox.publish(lot.received(id, now)));
            stock.move(lots.stream()
                    .map(lot -> inbound(id, command, lot, receivedAt))
                    .toList());
            outbox.publish(received(id, command, receivedAt, now, lots));
        } catch (BusinessException e) {
            throw e.within("items");
        }
        return queries.get(id);
    }

    private List<ReceivedLot> lots(
            ReceiveGoods command, KnownLocations known, @Nullable PurchaseOrder order, LocalDate day) {
        var arrival = new Arrival(command.locationId(), known, receipts.products(command.products()), order, day);
        var generated = batchNumbersFor(command.items());
        return Batches.each(
                command.items(),
                item -> arrival.take(item, Objects.requireNonNullElseGet(item.batchNumber(), generated::next)));
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
                lot.origin().unitCost(),
                order == null ? ReferenceType.RECEIPT : ReferenceType.PURCHASE_ORDER,
                Objects.requireNonNullElse(order, receipt),
                receivedAt.atOffset(ZoneOffset.UTC));
    }

    private static GoodsReceived received(
            UUID receipt, ReceiveGoods command, Instant receivedAt, Instant now, List<ReceivedLot> lots) {
        return new GoodsReceived(
                Ids.next(),
                now,
                receipt,
                command.purchaseOrderId(),
                command.locationId(),
                receivedAt,
                Caller.current().id(),
                lots.stream().flatMap(ReceivedLot::lines).toList());
    }
}
