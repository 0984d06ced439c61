package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.contracts.inventory.StockEvent.WasteRecorded;
import com.promode.aurora.inventory.location.Locations.KnownLocations;
import com.promode.aurora.inventory.stock.Movement.Origin;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stock of one product: how much there is, where, and what it is worth. Whoever changes it holds the lock on its row,
 * so that movements of a product have one order, one average cost and one low flag.
 */
class ProductStock {

    /** Digits of a cost per unit after the point. */
    static final int COST_SCALE = 4;

    private final StockedProduct product;
    private final StockBalances balances;
    private final List<StockEvent> events = new ArrayList<>();
    private BigDecimal onHand;
    private BigDecimal averageCost;
    private boolean low;
    private long version;

    /**
     * What the ledger needs to know of a product.
     *
     * @param coldest at which it keeps, in degrees Celsius
     * @param warmest at which it keeps, in degrees Celsius
     */
    record StockedProduct(
            UUID id,
            String code,
            String unit,
            boolean whole,
            BigDecimal reorderPoint,
            @Nullable BigDecimal coldest,
            @Nullable BigDecimal warmest) {}

    ProductStock(
            StockedProduct product,
            StockBalances balances,
            BigDecimal onHand,
            BigDecimal averageCost,
            boolean low,
            long version) {
        this.product = product;
        this.balances = balances;
        this.onHand = onHand;
        this.averageCost = averageCost;
        this.low = low;
        this.version = version;
    }

    /** Moves goods, or refuses and changes nothing; {@code day} is the business date on which it takes place. */
    Movement move(MoveStock command, LocalDate day, Origin origin) {
        checkUnit(command.quantity());
        var taken = take(command, day);
        var movement = Movement.of(command, origin, unitCost(command), taken);
        put(movement);
        return settle(movement);
    }

    /** Takes a movement back: the same lots return to where they were, unless they have gone on since. */
    Movement reverse(Movement moved, String reason, Origin origin) {
        var movement = moved.reversed(reason, origin);
        var from = movement.command().fromLocationId();
        if (from != null) {
            movement.lots().forEach(part -> balances.takeFree(part, from, product));
        }
        put(movement);
        return settle(movement);
    }

    /**
     * Sets goods aside for a customer, first expired first; {@code day} is when he gets them.
     *
     * @param location to take from, any when null
     * @throws BusinessException {@code INSUFFICIENT_STOCK}
     */
    List<Allocation> reserve(BigDecimal quantity, @Nullable UUID location, LocalDate day) {
        checkUnit(quantity);
        return balances.reserve(quantity, location, product, day);
    }

    /** How much could be set aside for this day. */
    BigDecimal available(@Nullable UUID location, LocalDate day) {
        return balances.available(location, day);
    }

    /** Gives back what was set aside. */
    void release(List<Allocation> parts) {
        parts.forEach(balances::release);
    }

    /** What was set aside at one location leaves it for the road. */
    Movement ship(MoveStock command, List<Allocation> parts, Origin origin) {
        parts.forEach(balances::takeReserved);
        var lots = parts.stream().map(Allocation::lot).toList();
        return settle(Movement.of(
                command,
                origin,
                Place.LOCATION,
                Place.IN_TRANSIT,
                averageCost,
                new StockBalances.Taken(lots, List.of())));
    }

    /** What is on the road arrives, which changes nothing of what we have. */
    Movement deliver(Movement shipped, Origin origin) {
        return settle(Movement.of(
                shipped.command().delivered(),
                origin,
                Place.IN_TRANSIT,
                Place.CUSTOMER,
                shipped.unitCost(),
                new StockBalances.Taken(shipped.lots(), List.of())));
    }

    /** A failed delivery: what was on the road lies where it was, and is set aside as before. */
    Movement bringBack(Movement shipped, String reason, Origin origin) {
        var movement = reverse(shipped, reason, origin);
        allocations(shipped).forEach(balances::reserveAgain);
        return movement;
    }

    /** A customer gives goods back, which are a lot of their own by now. */
    Movement takeBack(MoveStock command, Origin origin) {
        checkUnit(command.quantity());
        var lot = balances.lotFor(command);
        var movement = Movement.of(
                command,
                origin,
                Place.CUSTOMER,
                Place.LOCATION,
                lot.unitCost(),
                StockBalances.Taken.of(lot.id(), command.quantity()));
        put(movement);
        return settle(movement);
    }

    /**
     * What the ledger has of a lot at a location, for somebody who has counted it there.
     *
     * @throws BusinessException when so much of this product can't be, or the lot is not one of it
     */
    LotBalance counted(UUID lot, UUID location, BigDecimal counted) {
        checkUnit("counted", counted);
        return balances.at(lot, location);
    }

    /** What a movement took from its location. */
    static List<Allocation> allocations(Movement shipped) {
        var location = Objects.requireNonNull(shipped.command().fromLocationId());
        return shipped.lots().stream()
                .map(part -> new Allocation(part.lotId(), location, part.quantity()))
                .toList();
    }

    private Movement settle(Movement movement) {
        recost(movement);
        onHand = onHand.add(movement.change());
        version++;
        events.add(moved(movement));
        if (movement.type() == MovementType.WASTE && movement.reversalOf() == null) {
            events.add(wasted(movement));
        }
        watchReorderPoint(movement.origin().recordedAt());
        return movement;
    }

    /** Says StockLow when on hand has come down to the reorder point; again only after it has been above. */
    void watchReorderPoint(Instant now) {
        var isLow = onHand.compareTo(product.reorderPoint()) <= 0;
        if (isLow && !low) {
            events.add(new StockLow(Ids.next(), now, product.id(), product.code(), onHand, product.reorderPoint()));
        }
        low = isLow;
    }

    private StockBalances.Taken take(MoveStock command, LocalDate day) {
        return switch (command.movementType()) {
            case OUTBOUND, TRANSFER -> balances.takeAvailable(command, product, day);
            case WASTE -> balances.takeAny(command, product);
            case ADJUSTMENT ->
                command.fromLocationId() == null
                        ? StockBalances.Taken.of(balances.lotFor(command).id(), command.quantity())
                        : balances.takeAny(command, product);
            case INBOUND -> StockBalances.Taken.of(balances.lotFor(command).id(), command.quantity());
        };
    }

    private void put(Movement movement) {
        var to = movement.command().toLocationId();
        if (to != null) {
            movement.lots().forEach(part -> balances.put(part.lotId(), to, part.quantity()));
        }
    }

    /** Goods come in at what they cost, and go out, or are lost, at the average. */
    private BigDecimal unitCost(MoveStock command) {
        return command.movementType() == MovementType.INBOUND
                ? Objects.requireNonNullElseGet(
                        command.unitCost(), () -> balances.lotFor(command).unitCost())
                : averageCost;
    }

    /**
     * What leaves at the average leaves the average alone; what comes in, and what is taken back, changes it by its own
     * cost. Where more is taken back than is left of the value, the average stays.
     */
    private void recost(Movement movement) {
        if (movement.type() != MovementType.INBOUND && movement.reversalOf() == null) {
            return;
        }
        var quantity = onHand.add(movement.change());
        var value = onHand.multiply(averageCost).add(movement.change().multiply(movement.unitCost()));
        if (quantity.signum() > 0 && value.signum() >= 0) {
            averageCost = value.divide(quantity, COST_SCALE, RoundingMode.HALF_UP);
        }
    }

    private void checkUnit(BigDecimal quantity) {
        checkUnit("quantity", quantity);
    }

    private void checkUnit(String field, BigDecimal quantity) {
        if (product.whole() && quantity.stripTrailingZeros().scale() > 0) {
            throw BusinessException.invalid(
                    field, "must be a whole number: %s is counted by the %s", product.code(), product.unit());
        }
    }

    private StockMoved moved(Movement movement) {
        var command = movement.command();
        var lessens = movement.type() == MovementType.ADJUSTMENT && movement.to() == Place.ADJUSTMENT;
        return new StockMoved(
                Ids.next(),
                movement.origin().recordedAt(),
                movement.id(),
                product.id(),
                version,
                movement.type(),
                movement.origin().occurredAt(),
                lessens && movement.reversalOf() == null ? movement.quantity().negate() : movement.quantity(),
                command.fromLocationId(),
                command.toLocationId(),
                command.unitPrice(),
                movement.unitCost(),
                movement.revenue(),
                movement.cost(),
                onHand,
                averageCost,
                movement.lots(),
                movement.reversalOf());
    }

    private WasteRecorded wasted(Movement movement) {
        return new WasteRecorded(
                Ids.next(),
                movement.origin().recordedAt(),
                movement.id(),
                movement.id(),
                product.id(),
                movement.origin().occurredAt(),
                movement.quantity(),
                movement.cost(),
                String.valueOf(movement.command().wasteReason()),
                String.valueOf(movement.command().disposalMethod()));
    }

    /** Refuses to put the product where it does not keep; what was found somewhere, or came back, is where it is. */
    void requireFit(MoveStock command, KnownLocations known) {
        var to = command.toLocationId();
        if (to != null && command.movementType() != MovementType.ADJUSTMENT) {
            known.requireFit(to, product.code(), product.coldest(), product.warmest());
        }
    }

    UUID productId() {
        return product.id();
    }

    String productCode() {
        return product.code();
    }

    BigDecimal onHand() {
        return onHand;
    }

    BigDecimal averageCost() {
        return averageCost;
    }

    boolean isLow() {
        return low;
    }

    long version() {
        return version;
    }

    List<LotBalance> changedBalances() {
        return balances.changed();
    }

    /** What has happened since they were last taken. */
    List<StockEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }
}
