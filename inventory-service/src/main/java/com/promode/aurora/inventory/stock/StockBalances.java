package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.LotQuantity;
import com.promode.aurora.inventory.stock.LotBalance.Lot;
import com.promode.aurora.inventory.stock.Movement.SkippedLot;
import com.promode.aurora.inventory.stock.ProductStock.StockedProduct;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of each lot of one product lies where. */
class StockBalances {

    private final List<LotBalance> balances;
    private final Map<UUID, Lot> lots;

    /** What a movement took, and which lots it passed over. */
    record Taken(List<LotQuantity> lots, List<SkippedLot> skipped) {

        static Taken of(UUID lotId, BigDecimal quantity) {
            return new Taken(List.of(new LotQuantity(lotId, quantity)), List.of());
        }
    }

    /**
     * @param balances of which something is there
     * @param lots those of the balances, and those that commands name
     */
    StockBalances(List<LotBalance> balances, Map<UUID, Lot> lots) {
        this.balances = new ArrayList<>(balances);
        this.lots = Map.copyOf(lots);
    }

    /** Takes what may be given to a customer on this day. */
    Taken takeAvailable(MoveStock command, StockedProduct product, LocalDate day) {
        var candidates = candidates(command);
        var parts = take(command, product, candidates, balance -> balance.available(day));
        var skipped = candidates.stream()
                .flatMap(balance -> balance.whyNotAvailable(day).stream()
                        .filter(reason -> parts.stream().noneMatch(part -> part.lotId()
                                .equals(balance.lot().id())))
                        .map(reason -> new SkippedLot(balance.lot().id(), reason)))
                .toList();
        return new Taken(parts, skipped);
    }

    /** Takes what nobody has reserved, held and expired goods too, the expired first. */
    Taken takeAny(MoveStock command, StockedProduct product) {
        return new Taken(take(command, product, candidates(command), LotBalance::free), List.of());
    }

    /** The lot that a command names, or for goods that were found, the newest at the place. */
    Lot lotFor(MoveStock command) {
        if (command.lotId() != null) {
            return named(command.lotId());
        }
        return balances.stream()
                .filter(balance -> balance.locationId().equals(command.toLocationId()))
                .map(LotBalance::lot)
                .max(Comparator.comparing(Lot::receivedAt))
                .orElseThrow(() ->
                        BusinessException.invalid("lotId", "must be given: no lot of the product is at the location"));
    }

    void put(UUID lotId, UUID locationId, BigDecimal quantity) {
        balances.stream()
                .filter(balance ->
                        balance.lot().id().equals(lotId) && balance.locationId().equals(locationId))
                .findFirst()
                .orElseGet(() -> empty(lotId, locationId))
                .put(quantity);
    }

    List<LotBalance> changed() {
        return balances.stream().filter(LotBalance::isChanged).toList();
    }

    private List<LotBalance> candidates(MoveStock command) {
        if (command.lotId() != null) {
            named(command.lotId());
        }
        return balances.stream()
                .filter(balance -> balance.locationId().equals(command.fromLocationId()))
                .filter(balance -> balance.onHand().signum() > 0)
                .filter(balance -> command.lotId() == null || balance.lot().id().equals(command.lotId()))
                .sorted(LotBalance.FEFO)
                .toList();
    }

    private static List<LotQuantity> take(
            MoveStock command,
            StockedProduct product,
            List<LotBalance> candidates,
            Function<LotBalance, BigDecimal> there) {
        var amounts = candidates.stream().collect(Collectors.toMap(Function.identity(), there));
        var available = amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (available.compareTo(command.quantity()) < 0) {
            throw BusinessException.conflict(
                    "INSUFFICIENT_STOCK",
                    "%s %s of %s asked, %s available at the location",
                    command.quantity().toPlainString(),
                    product.unit(),
                    product.code(),
                    available.toPlainString());
        }
        var parts = new ArrayList<LotQuantity>();
        var missing = command.quantity();
        for (var balance : candidates) {
            var part = missing.min(Objects.requireNonNull(amounts.get(balance)));
            if (part.signum() > 0) {
                balance.take(part);
                parts.add(new LotQuantity(balance.lot().id(), part));
                missing = missing.subtract(part);
            }
        }
        return List.copyOf(parts);
    }

    private Lot named(UUID lotId) {
        var lot = lots.get(lotId);
        if (lot == null) {
            throw BusinessException.notFound("lot of this product", lotId);
        }
        return lot;
    }

    private LotBalance empty(UUID lotId, UUID locationId) {
        var balance = new LotBalance(named(lotId), locationId, BigDecimal.ZERO, BigDecimal.ZERO);
        balances.add(balance);
        return balance;
    }
}
