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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        at(lotId, locationId).put(quantity);
    }

    List<LotBalance> changed() {
        return balances.stream().filter(LotBalance::isChanged).toList();
    }

    /** Sets aside what may be given to a customer on this day, at one location or any. */
    List<Allocation> reserve(BigDecimal quantity, @Nullable UUID location, StockedProduct product, LocalDate day) {
        var candidates = lying(location, null);
        return allot(quantity, product, candidates, balance -> balance.available(day)).entrySet().stream()
                .map(part -> {
                    part.getKey().reserve(part.getValue());
                    return part.getKey().part(part.getValue());
                })
                .toList();
    }

    BigDecimal available(@Nullable UUID location, LocalDate day) {
        return lying(location, null).stream()
                .map(balance -> balance.available(day))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sets aside once more what had been so before it left. */
    void reserveAgain(Allocation part) {
        at(part.lotId(), part.locationId()).reserve(part.quantity());
    }

    void release(Allocation part) {
        at(part.lotId(), part.locationId()).release(part.quantity());
    }

    void takeReserved(Allocation part) {
        var balance = at(part.lotId(), part.locationId());
        balance.release(part.quantity());
        balance.take(part.quantity());
    }

    /** Takes this very lot, whatever its state, if nobody has reserved it. */
    void takeFree(LotQuantity part, UUID location, StockedProduct product) {
        allot(part.quantity(), product, lying(location, part.lotId()), LotBalance::free)
                .forEach(LotBalance::take);
    }

    private List<LotBalance> candidates(MoveStock command) {
        if (command.lotId() != null) {
            named(command.lotId());
        }
        return lying(command.fromLocationId(), command.lotId());
    }

    private List<LotBalance> lying(@Nullable UUID location, @Nullable UUID lot) {
        return balances.stream()
                .filter(balance -> balance.onHand().signum() > 0)
                .filter(balance -> location == null || balance.locationId().equals(location))
                .filter(balance -> lot == null || balance.lot().id().equals(lot))
                .sorted(LotBalance.FEFO)
                .toList();
    }

    private static List<LotQuantity> take(
            MoveStock command,
            StockedProduct product,
            List<LotBalance> candidates,
            Function<LotBalance, BigDecimal> there) {
        return allot(command.quantity(), product, candidates, there).entrySet().stream()
                .map(part -> {
                    part.getKey().take(part.getValue());
                    return part.getKey().part(part.getValue()).lot();
                })
                .toList();
    }

    /** How much of each, in their order; or refuses where all of them together are not enough. */
    private static Map<LotBalance, BigDecimal> allot(
            BigDecimal quantity,
            StockedProduct product,
            List<LotBalance> candidates,
            Function<LotBalance, BigDecimal> there) {
        var parts = new LinkedHashMap<LotBalance, BigDecimal>();
        var given = BigDecimal.ZERO;
        for (var balance : candidates) {
            var part = quantity.subtract(given).min(there.apply(balance));
            if (part.signum() > 0) {
                parts.put(balance, part);
                given = given.add(part);
            }
        }
        if (given.compareTo(quantity) < 0) {
            throw BusinessException.conflict(
                    "INSUFFICIENT_STOCK",
                    "%s %s of %s asked, %s available at the location",
                    quantity.toPlainString(),
                    product.unit(),
                    product.code(),
                    given.toPlainString());
        }
        return parts;
    }

    /** What lies of a lot of the product at a location, which may be nothing. */
    LotBalance at(UUID lotId, UUID locationId) {
        return balances.stream()
                .filter(balance ->
                        balance.lot().id().equals(lotId) && balance.locationId().equals(locationId))
                .findFirst()
                .orElseGet(() -> empty(lotId, locationId));
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
