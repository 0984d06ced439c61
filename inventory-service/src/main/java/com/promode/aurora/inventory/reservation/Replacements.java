package com.promode.aurora.inventory.reservation;

import com.promode.aurora.inventory.stock.Allocation;
import com.promode.aurora.inventory.stock.OrderStock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders lose goods that were set aside for them, and get others where there are any. What is packed is not opened again:
 * such an order is released, as is one for which there is not enough.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Replacements {

    private final ReservationRepository reservations;
    private final ReservationService service;
    private final ReservationEvents events;
    private final OrderStock stock;

    Replacements(
            ReservationRepository reservations,
            ReservationService service,
            ReservationEvents events,
            OrderStock stock) {
        this.reservations = reservations;
        this.service = service;
        this.events = events;
        this.stock = stock;
    }

    /** The order gives back all that it has of the lot. */
    void giveBack(UUID orderId, UUID lotId) {
        reservations
                .lines(orderId)
                .forEach(line -> giveBack(
                        line,
                        line.parts().stream()
                                .filter(part -> part.lotId().equals(lotId))
                                .toList()));
    }

    /** Orders give back so much of what lies of a lot at a location, the last to come first; says which did. */
    List<UUID> giveBack(Allocation wanted) {
        var orders = new ArrayList<UUID>();
        var left = wanted.quantity();
        for (var holder : reservations.holders(wanted.lotId(), wanted.locationId())) {
            if (left.signum() > 0) {
                left = left.subtract(giveBack(holder, wanted, left));
                orders.add(holder);
            }
        }
        return orders;
    }

    /** The orders, those that have waited longest first, get other goods for what they lack, or nothing any more. */
    void replace(Collection<UUID> orders, String cause) {
        orders.stream()
                .map(order -> reservations.lock(order).orElseThrow())
                .sorted(Comparator.comparing(Reservation::placedAt).thenComparing(Reservation::orderId))
                .forEach(reservation -> {
                    if (reservation.status() == ReservationStatus.PACKED || !refilled(reservation)) {
                        service.release(reservation, cause);
                    } else {
                        events.reserved(reservation);
                    }
                });
    }

    private BigDecimal giveBack(UUID order, Allocation wanted, BigDecimal most) {
        var left = most;
        for (var line : reservations.lines(order)) {
            var given = new ArrayList<Allocation>();
            for (var part : line.parts().stream().filter(isOf(wanted)).toList()) {
                var less = part.quantity().min(left);
                given.add(new Allocation(part.lotId(), part.locationId(), less));
                left = left.subtract(less);
            }
            giveBack(line, given);
        }
        return most.subtract(left);
    }

    private static Predicate<Allocation> isOf(Allocation wanted) {
        return part -> part.lotId().equals(wanted.lotId()) && part.locationId().equals(wanted.locationId());
    }

    private void giveBack(ReservedLine line, List<Allocation> parts) {
        if (!parts.isEmpty()) {
            stock.release(line.productId(), parts);
            reservations.saveParts(line.with(line.without(parts)));
        }
    }

    private boolean refilled(Reservation reservation) {
        return reservations.lines(reservation.orderId()).stream().allMatch(line -> {
            var missing = line.quantity().subtract(line.reserved());
            if (missing.signum() <= 0) {
                return true;
            }
            var outcome = stock.reserve(List.of(line.wanted(missing)), reservation.deliveryDate());
            if (outcome.shortages().isEmpty()) {
                reservations.saveParts(line.with(line.and(outcome.parts().getFirst())));
            }
            return outcome.shortages().isEmpty();
        });
    }
}
