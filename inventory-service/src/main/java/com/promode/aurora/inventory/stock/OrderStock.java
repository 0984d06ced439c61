package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.inventory.stock.Movement.Origin;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What customer orders do with stock: set it aside, take it on the road, and bring it back. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OrderStock {

    private final ProductStockRepository stocks;
    private final MovementRows movements;
    private final BackDating backDating;
    private final Clock clock;

    OrderStock(ProductStockRepository stocks, MovementRows movements, BackDating backDating, Clock clock) {
        this.stocks = stocks;
        this.movements = movements;
        this.backDating = backDating;
        this.clock = clock;
    }

    /** What an order wants of a product, from one location or any. */
    public record Wanted(
            UUID productId, BigDecimal quantity, @Nullable UUID locationId) {}

    /** Goods of one product of an order, and what the customer pays per unit. */
    public record Sold(UUID orderId, UUID productId, BigDecimal unitPrice, List<Allocation> parts) {}

    /**
     * Locks the stock of the products, in the order of their ids, until the transaction ends. Whoever changes an order locks
     * all its products first and the order itself after.
     */
    public void lock(Collection<UUID> products) {
        stocks.hold(products);
    }

    /**
     * What is set aside for each of the wanted, in their order, or what is lacking.
     *
     * @param shortages when there are any, nothing is set aside
     */
    public record Outcome(List<List<Allocation>> parts, List<Shortage> shortages) {}

    /**
     * Something wanted that can't be had.
     *
     * @param position of the wanted, from 0
     * @param available of it on that day, where it was wanted
     * @param reason for people
     */
    public record Shortage(int position, @Nullable String productCode, BigDecimal available, String reason) {}

    /** Sets aside all that is wanted, first expired first, or nothing; {@code day} is when the customer gets it. */
    public Outcome reserve(List<Wanted> wanted, LocalDate day) {
        var locked = stocks.lock(wanted.stream().map(Wanted::productId).collect(Collectors.toSet()), List.of());
        var parts = new ArrayList<List<Allocation>>();
        var shortages = new ArrayList<Shortage>();
        for (var position = 0; position < wanted.size(); position++) {
            var want = wanted.get(position);
            var stock = locked.get(want.productId());
            if (stock == null) {
                shortages.add(new Shortage(position, null, BigDecimal.ZERO, "There is no product " + want.productId()));
                continue;
            }
            if (want.quantity().signum() <= 0) {
                shortages.add(shortage(
                        position, stock, want, day, "Nothing of %s is ordered".formatted(stock.productCode())));
                continue;
            }
            try {
                parts.add(stock.reserve(want.quantity(), want.locationId(), day));
            } catch (BusinessException e) {
                shortages.add(shortage(position, stock, want, day, reason(e)));
            }
        }
        if (shortages.isEmpty()) {
            stocks.save(locked.values(), List.of());
        }
        return new Outcome(parts, shortages);
    }

    private static Shortage shortage(int position, ProductStock stock, Wanted want, LocalDate day, String reason) {
        return new Shortage(position, stock.productCode(), stock.available(want.locationId(), day), reason);
    }

    /** What is wrong with the order, in the words for a caller who had sent it himself. */
    private static String reason(BusinessException refusal) {
        return refusal.details().stream()
                .findFirst()
                .map(detail -> detail.field() + " " + detail.message())
                .orElse(refusal.message());
    }

    /** Gives back what was set aside of a product. */
    public void release(UUID product, List<Allocation> parts) {
        var locked = stocks.lock(List.of(product), List.of());
        stock(locked, product).release(parts);
        stocks.save(locked.values(), List.of());
    }

    /** Takes what is set aside on the road: a movement for each location that it lies at. */
    public List<UUID> ship(Sold sold, Instant at) {
        var locked = stocks.lock(List.of(sold.productId()), List.of());
        var stock = stock(locked, sold.productId());
        var shipped = new ArrayList<Movement>();
        sold.parts().stream()
                .collect(Collectors.groupingBy(Allocation::locationId))
                .forEach((location, parts) ->
                        shipped.add(stock.ship(outbound(sold, location, parts), parts, origin(at))));
        return append(locked, shipped);
    }

    /** What left by these movements has reached its customer. */
    public void deliver(List<UUID> shipped, Instant at) {
        movements.find(shipped).forEach(movement -> {
            var product = movement.command().productId();
            var locked = stocks.lock(List.of(product), lots(movement));
            append(locked, List.of(stock(locked, product).deliver(movement, origin(at))));
        });
    }

    /** What left by this movement is back where it lay, and is set aside again. */
    public List<Allocation> bringBack(UUID shipped, String reason, Instant at) {
        var movement = movements.find(List.of(shipped)).getFirst();
        var product = movement.command().productId();
        var locked = stocks.lock(List.of(product), lots(movement));
        append(locked, List.of(stock(locked, product).bringBack(movement, reason, origin(at))));
        return ProductStock.allocations(movement);
    }

    /** Puts a lot that came back from a customer to a location; the lot is there already. */
    public void takeBack(UUID orderId, UUID product, UUID lot, UUID location, BigDecimal quantity, Instant at) {
        var locked = stocks.lock(List.of(product), List.of(lot));
        var command = forOrder(orderId, product, MovementType.INBOUND, quantity, lot, null, location, null);
        append(locked, List.of(stock(locked, product).takeBack(command, origin(at))));
    }

    private List<UUID> append(Map<UUID, ProductStock> locked, List<Movement> moved) {
        stocks.save(locked.values(), moved);
        return moved.stream().map(Movement::id).toList();
    }

    private Origin origin(Instant at) {
        var now = clock.instant();
        return new Origin(backDating.nearest(at, now), now, null);
    }

    private static ProductStock stock(Map<UUID, ProductStock> locked, UUID product) {
        return Objects.requireNonNull(locked.get(product), () -> "no stock of product " + product);
    }

    private static List<UUID> lots(Movement movement) {
        return movement.lots().stream().map(part -> part.lotId()).toList();
    }

    private static MoveStock outbound(Sold sold, UUID location, List<Allocation> parts) {
        var quantity = parts.stream().map(Allocation::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return forOrder(
                sold.orderId(),
                sold.productId(),
                MovementType.OUTBOUND,
                quantity,
                null,
                location,
                null,
                sold.unitPrice());
    }

    private static MoveStock forOrder(
            UUID orderId,
            UUID product,
            MovementType type,
            BigDecimal quantity,
            @Nullable UUID lot,
            @Nullable UUID from,
            @Nullable UUID to,
            @Nullable BigDecimal unitPrice) {
        return new MoveStock(
                product,
                type,
                quantity,
                lot,
                from,
                to,
                null,
                unitPrice,
                ReferenceType.SALE_ORDER,
                orderId,
                null,
                null,
                null,
                null,
                null);
    }
}
