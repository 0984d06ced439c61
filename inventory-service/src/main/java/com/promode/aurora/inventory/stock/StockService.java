package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.inventory.location.Locations;
import com.promode.aurora.inventory.reason.GiveReason;
import com.promode.aurora.inventory.stock.Movement.Origin;
import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads, asks, saves. Decisions live in {@link ProductStock}. */
@Service
@Transactional
public class StockService {

    private final ProductStockRepository stocks;
    private final StockLedger ledger;
    private final MovementRows movements;
    private final Locations locations;
    private final BackDating backDating;
    private final BusinessTime businessTime;
    private final Clock clock;

    StockService(
            ProductStockRepository stocks,
            StockLedger ledger,
            MovementRows movements,
            Locations locations,
            BackDating backDating,
            BusinessTime businessTime,
            Clock clock) {
        this.stocks = stocks;
        this.ledger = ledger;
        this.movements = movements;
        this.locations = locations;
        this.backDating = backDating;
        this.businessTime = businessTime;
        this.clock = clock;
    }

    /** New products can be moved from now on. */
    public void open(List<UUID> products) {
        stocks.open(products);
    }

    /**
     * Nobody else changes the stock of these products until the transaction ends. Whoever locks anything else besides takes
     * this first: documents such as orders, counts and adjustments, and the lots and rows of products, come after.
     */
    public void hold(Collection<UUID> products) {
        stocks.hold(products);
    }

    /** Moves all or nothing, in the order of the commands; a refusal names the position of its command. */
    public List<MovementView> move(List<MoveStock> commands) {
        var played = play(commands);
        stocks.save(played.stocks(), played.movements());
        return played.views();
    }

    /** Moves as much as one user may decide on: what it adjusts must not be worth more than the limit. */
    public List<MovementView> moveWithin(ApprovalLimit.Adjusted adjusted, List<MoveStock> commands) {
        var moved = move(commands);
        return Batches.each(moved, adjusted::add);
    }

    /** What a command would do now. Nothing moves, but its product stays locked until the transaction ends. */
    public MovementView rehearse(MoveStock command) {
        return play(List.of(command)).views().getFirst();
    }

    /**
     * Moves for several callers, each on his own. Left out is whatever can't be done without waiting, or at all: it changes
     * nothing, and has no view.
     */
    public List<Optional<MovementView>> moveEach(List<AskedMovement> asked) {
        var commands = asked.stream().map(AskedMovement::command).toList();
        var floor = floor(commands, stocks.lockFree(products(commands), lots(commands)));
        var moved = asked.stream()
                .map(one -> one.asCaller(() -> moveIfPossible(one.command(), floor)))
                .toList();
        stocks.save(
                floor.stocks().values(),
                moved.stream().flatMap(Optional::stream).toList());
        return moved.stream().map(movement -> movement.map(MovementView::of)).toList();
    }

    private Optional<Movement> moveIfPossible(MoveStock command, Floor floor) {
        try {
            var movement = move(command.checked(), floor);
            stocks.announce(floor.of(command));
            return Optional.of(movement);
        } catch (BusinessException e) {
            return Optional.empty();
        }
    }

    private Played play(List<MoveStock> commands) {
        Batches.each(commands, MoveStock::checked);
        var floor = floor(commands, stocks.lock(products(commands), lots(commands)));
        return new Played(floor.stocks().values(), Batches.each(commands, command -> move(command, floor)));
    }

    private Movement move(MoveStock command, Floor floor) {
        var occurredAt = backDating.check("occurredAt", command.occurredAt(), floor.now());
        var stock = floor.of(command);
        var user = Caller.find().map(Caller::id).orElse(null);
        return stock.move(command, businessTime.date(occurredAt), new Origin(occurredAt, floor.now(), user));
    }

    private Floor floor(List<MoveStock> commands, Map<UUID, ProductStock> stocks) {
        return new Floor(
                clock.instant(),
                locations.find(ids(commands, MoveStock::fromLocationId, MoveStock::toLocationId)),
                stocks);
    }

    /**
     * Takes a movement back, once, as far as one user may decide on that; what goes with an order or is itself a reversal can't
     * be.
     */
    public MovementView reverseWithin(ApprovalLimit.Adjusted adjusted, UUID id, GiveReason command) {
        var now = clock.instant();
        var at = backDating.check("occurredAt", null, now);
        var found = movements.find(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("movement", id));
        var locked = stocks.lock(List.of(found.command().productId()), lots(found));
        requireReversible(found);
        var origin = new Origin(at, now, Caller.find().map(Caller::id).orElse(null));
        var movement = Objects.requireNonNull(locked.get(found.command().productId()))
                .reverse(found, command.reason(), origin);
        stocks.save(locked.values(), List.of(movement));
        return adjusted.add(MovementView.of(movement));
    }

    /** Under the lock of the product, so that two who take the same back see each other. */
    private void requireReversible(Movement movement) {
        if (movement.reversalOf() != null) {
            throw BusinessException.conflict("CONFLICT", "Movement %s is a reversal itself", movement.id());
        }
        if (movement.from() == Place.IN_TRANSIT
                || movement.to() == Place.IN_TRANSIT
                || movement.from() == Place.CUSTOMER) {
            throw BusinessException.conflict(
                    "CONFLICT", "Movement %s belongs to an order: cancel or return the order", movement.id());
        }
        if (movement.command().referenceType() == ReferenceType.PURCHASE_ORDER) {
            throw BusinessException.conflict(
                    "CONFLICT",
                    "Movement %s is counted for a purchase order; correct it with an adjustment",
                    movement.id());
        }
        if (ledger.isReversed(movement.id())) {
            throw BusinessException.conflict("CONFLICT", "Movement %s has been taken back already", movement.id());
        }
    }

    private static Set<UUID> lots(Movement movement) {
        return movement.lots().stream().map(LotQuantity::lotId).collect(Collectors.toSet());
    }

    /** On hand may have become low, or not low any more, without having moved. */
    public void reorderPointsChanged(Collection<UUID> products) {
        var locked = stocks.lock(products, List.of()).values();
        locked.forEach(stock -> stock.watchReorderPoint(clock.instant()));
        stocks.save(locked, List.of());
    }

    private static Set<UUID> products(List<MoveStock> commands) {
        return ids(commands, MoveStock::productId);
    }

    private static Set<UUID> lots(List<MoveStock> commands) {
        return ids(commands, MoveStock::lotId);
    }

    @SafeVarargs
    private static Set<UUID> ids(List<MoveStock> commands, Function<MoveStock, @Nullable UUID>... of) {
        return commands.stream()
                .flatMap(command -> Stream.of(of).map(id -> id.apply(command)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** What commands make of the stock of their products. */
    private record Played(Collection<ProductStock> stocks, List<Movement> movements) {

        List<MovementView> views() {
            return movements.stream().map(MovementView::of).toList();
        }
    }
}
