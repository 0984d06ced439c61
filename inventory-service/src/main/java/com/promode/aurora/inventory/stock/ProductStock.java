package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.contracts.inventory.StockEvent.WasteRecorded;
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

    /** What the ledger needs to know of a product. */
    record StockedProduct(UUID id, String code, String unit, boolean whole, BigDecimal reorderPoint) {}

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

    /** Moves goods, or refuses; {@code day} is the business date on which it takes place. */
    Movement move(MoveStock command, LocalDate day, Origin origin) {
        checkUnit(command.quantity());
        var taken = take(command, day);
        var unitCost = unitCost(command);
        put(command, taken.lots());
        recost(command, unitCost);
        onHand = onHand.add(change(command));
        version++;
        var movement = new Movement(
                Ids.next(),
                command,
                origin,
                unitCost,
                Movement.money(command.quantity(), unitCost),
                Movement.money(command.quantity(), command.unitPrice()),
                taken.lots(),
                taken.skipped());
        events.add(moved(movement));
        if (movement.type() == MovementType.WASTE) {
            events.add(wasted(movement));
        }
        watchReorderPoint(origin.recordedAt());
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

    private void put(MoveStock command, List<LotQuantity> lots) {
        var to = command.toLocationId();
        if (to != null) {
            lots.forEach(part -> balances.put(part.lotId(), to, part.quantity()));
        }
    }

    /** Goods come in at what they cost, and go out, or are lost, at the average. */
    private BigDecimal unitCost(MoveStock command) {
        return command.movementType() == MovementType.INBOUND
                ? Objects.requireNonNullElseGet(
                        command.unitCost(), () -> balances.lotFor(command).unitCost())
                : averageCost;
    }

    private void recost(MoveStock command, BigDecimal unitCost) {
        if (command.movementType() == MovementType.INBOUND) {
            averageCost = onHand.multiply(averageCost)
                    .add(command.quantity().multiply(unitCost))
                    .divide(onHand.add(command.quantity()), COST_SCALE, RoundingMode.HALF_UP);
        }
    }

    /** By how much the movement changes what lies at all locations together. */
    private static BigDecimal change(MoveStock command) {
        var put = command.toLocationId() == null ? BigDecimal.ZERO : command.quantity();
        return command.fromLocationId() == null ? put : put.subtract(command.quantity());
    }

    private void checkUnit(BigDecimal quantity) {
        if (product.whole() && quantity.stripTrailingZeros().scale() > 0) {
            throw BusinessException.invalid(
                    "quantity", "must be a whole number: %s is counted by the %s", product.code(), product.unit());
        }
    }

    private StockMoved moved(Movement movement) {
        var command = movement.command();
        var lessens = command.movementType() == MovementType.ADJUSTMENT && command.toLocationId() == null;
        return new StockMoved(
                Ids.next(),
                movement.origin().recordedAt(),
                movement.id(),
                product.id(),
                version,
                movement.type(),
                movement.origin().occurredAt(),
                lessens ? movement.quantity().negate() : movement.quantity(),
                command.fromLocationId(),
                command.toLocationId(),
                command.unitPrice(),
                movement.unitCost(),
                movement.revenue(),
                movement.cost(),
                onHand,
                averageCost,
                movement.lots(),
                null);
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

    UUID productId() {
        return product.id();
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

    List<StockEvent> events() {
        return List.copyOf(events);
    }
}
