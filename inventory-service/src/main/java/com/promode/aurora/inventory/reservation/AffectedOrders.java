package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.inventory.StockEvent.AffectedOrder;
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
    private final ReservationService service;
    private final OrderStock stock;

    AffectedOrders(ReservationRepository reservations, ReservationService service, OrderStock stock) {
        this.reservations = reservations;
        this.service = service;
        this.stock = stock;
    }

    /** Locks the product of some lots and all others of the orders that hold something of them, in one go and so in order. */
    public void lock(UUID product, List<UUID> lots) {
        var products = productsOfHolders(lots);
        products.add(product);
        stock.lock(products);
        if (!products.containsAll(productsOfHolders(lots))) {
            throw new CannotAcquireLockException("Another order has been given something of lots " + lots);
        }
    }

    /** Who has, or has been promised, something of the lot. */
    public List<AffectedOrder> of(UUID lotId) {
        return reservations.affected(lotId);
    }

    /**
     * Nobody is promised anything of the lot from now on, which is recalled already: orders get other goods where there are
     * enough and they are not packed yet, else all that was set aside for them is released.
     */
    public void withdraw(UUID lotId) {
        reservations.holding(lotId).forEach(order -> service.replace(order, lotId));
    }

    private Set<UUID> productsOfHolders(List<UUID> lots) {
        return lots.stream()
                .flatMap(lot -> reservations.holding(lot).stream())
                .flatMap(order -> reservations.products(order).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
