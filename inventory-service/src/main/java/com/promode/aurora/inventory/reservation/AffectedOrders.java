package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.inventory.StockEvent.AffectedOrder;
import com.promode.aurora.inventory.reservation.OrdersOfLots.OrderOfLot;
import com.promode.aurora.inventory.stock.Allocation;
import com.promode.aurora.inventory.stock.OrderStock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which customer orders have to do with a lot, and what becomes of them when it must not be sold any more. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AffectedOrders {

    private final ReservationRepository reservations;
    private final OrdersOfLots orders;
    private final Replacements replacements;
    private final OrderStock stock;

    AffectedOrders(
            ReservationRepository reservations, OrdersOfLots orders, Replacements replacements, OrderStock stock) {
        this.reservations = reservations;
        this.orders = orders;
        this.replacements = replacements;
        this.stock = stock;
    }

    /** Locks some products and all others of the orders that hold something of these lots, in one go and so in order. */
    public void lock(Set<UUID> named, List<UUID> lots) {
        var products = productsOfHolders(lots);
        products.addAll(named);
        stock.lock(products);
        if (!products.containsAll(productsOfHolders(lots))) {
            throw new CannotAcquireLockException("Another order has been given something of lots " + lots);
        }
    }

    /** Who has, or has been promised, something of the lot. */
    public List<AffectedOrder> of(UUID lotId) {
        return orders.of(lotId, Integer.MAX_VALUE).stream()
                .map(OrderOfLot::affected)
                .toList();
    }

    /**
     * Nobody is promised anything of the lot from now on, which is recalled already: orders get other goods where there are
     * enough and they are not packed yet, else all that was set aside for them is released.
     */
    public void withdraw(UUID lotId) {
        for (var order : reservations.holding(lotId)) {
            replacements.giveBack(order, lotId);
            replacements.replace(List.of(order), "recalled");
        }
    }

    /**
     * So much of what lies of a lot at a location is promised to nobody any more, as it is not there: the last order to come
     * loses it first, and what is packed only when nothing else is left.
     *
     * @return the orders that lack something now, which have to be served again when the ledger is right
     */
    public List<UUID> giveBack(Allocation missing) {
        return replacements.giveBack(missing);
    }

    /** Orders that gave something back get other goods, or are released. */
    public void serveAgain(Set<UUID> orders) {
        replacements.replace(orders, "missing");
    }

    private Set<UUID> productsOfHolders(List<UUID> lots) {
        return lots.stream()
                .flatMap(lot -> reservations.holding(lot).stream())
                .flatMap(order -> reservations.products(order).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
