package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.inventory.StockEvent.LotReceived;
import com.promode.aurora.contracts.logistics.DeliveryEvent.DeliveryFailed;
import com.promode.aurora.contracts.logistics.DeliveryEvent.DeliveryStarted;
import com.promode.aurora.contracts.logistics.DeliveryEvent.OrderDelivered;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderReturned;
import com.promode.aurora.contracts.logistics.OrderEvent.Quantity;
import com.promode.aurora.inventory.location.Locations;
import com.promode.aurora.inventory.reservation.Shipments.Given;
import com.promode.aurora.inventory.reservation.Shipments.ReturnedLot;
import com.promode.aurora.inventory.reservation.Shipments.Shipment;
import com.promode.aurora.inventory.stock.OrderStock;
import com.promode.aurora.inventory.stock.OrderStock.Sold;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves what is set aside on the road, to the customer, and back. Orders and their deliveries are told on two topics, so
 * that what happens later may be heard of earlier: it then waits.
 */
@Service
@Transactional
class DeliveryService {

    private static final Logger log = LoggerFactory.getLogger(DeliveryService.class);

    private final ReservationRepository reservations;
    private final ReservationService service;
    private final Shipments shipments;
    private final Locations locations;
    private final OrderStock stock;
    private final Outbox outbox;
    private final Clock clock;

    DeliveryService(
            ReservationRepository reservations,
            ReservationService service,
            Shipments shipments,
            Locations locations,
            OrderStock stock,
            Outbox outbox,
            Clock clock) {
        this.reservations = reservations;
        this.service = service;
        this.shipments = shipments;
        this.locations = locations;
        this.stock = stock;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(DeliveryStarted started) {
        var reservation = locked(started.orderId());
        switch (reservation.status()) {
            case PACKED -> ship(reservation, started.occurredAt());
            case RESERVED, CONFIRMED -> waitFor(reservation, "is packed");
            case REJECTED, RELEASED, IN_TRANSIT, DELIVERED, RETURNED -> service.ignore("started", reservation);
        }
    }

    void deliver(OrderDelivered delivered) {
        var reservation = locked(delivered.orderId());
        if (reservation.status() == ReservationStatus.IN_TRANSIT) {
            arrive(reservation, delivered.occurredAt());
            reservations.save(reservation.to(ReservationStatus.DELIVERED));
        } else {
            service.ignore("delivered", reservation);
        }
    }

    /** The goods lie where they lay, set aside as before. */
    void fail(DeliveryFailed failed) {
        var reservation = locked(failed.orderId());
        if (reservation.status() != ReservationStatus.IN_TRANSIT) {
            service.ignore("not delivered", reservation);
            return;
        }
        for (var shipment : shipments.inTransit(failed.orderId())) {
            var parts = stock.bringBack(shipment.movementId(), failed.reason(), failed.occurredAt());
            reservations.lines(failed.orderId()).stream()
                    .filter(line -> line.lineId().equals(shipment.lineId()))
                    .forEach(line -> reservations.saveParts(line.with(line.and(parts))));
        }
        shipments.arrived(failed.orderId(), "failed");
        reservations.save(reservation.to(ReservationStatus.PACKED));
        if (reservations.holdsRecalled(failed.orderId())) {
            service.release(reservation, "recalled");
        }
    }

    /** What comes back is a lot of its own, on hold; what was refused at the door counts as delivered first. */
    void takeBack(OrderReturned returned) {
        var reservation = locked(returned.orderId());
        switch (reservation.status()) {
            case RESERVED, CONFIRMED, PACKED -> waitFor(reservation, "is on its way");
            case REJECTED, RELEASED -> service.ignore("returned", reservation);
            case IN_TRANSIT -> {
                arrive(reservation, returned.recordedAt());
                receive(reservation, returned);
            }
            case DELIVERED, RETURNED -> receive(reservation, returned);
        }
    }

    private void ship(Reservation reservation, Instant at) {
        for (var line : reservations.lines(reservation.orderId())) {
            var sold = new Sold(reservation.orderId(), line.productId(), line.unitPrice(), line.parts());
            reservations.saveParts(line.with(List.of()));
            shipments.left(line.lineId(), stock.ship(sold, at));
        }
        reservations.save(reservation.to(ReservationStatus.IN_TRANSIT));
    }

    private void arrive(Reservation reservation, Instant at) {
        stock.deliver(
                shipments.inTransit(reservation.orderId()).stream()
                        .map(Shipment::movementId)
                        .toList(),
                at);
        shipments.arrived(reservation.orderId(), "delivered");
    }

    private void receive(Reservation reservation, OrderReturned returned) {
        requireLocation(returned.locationId());
        var given = shipments.given(reservation.orderId());
        returned.lines().forEach(line -> receive(returned, line, given.getOrDefault(line.lineId(), List.of())));
        reservations.save(reservation.to(ReservationStatus.RETURNED));
    }

    private void receive(OrderReturned returned, Quantity line, List<Given> given) {
        var left = line.quantity();
        for (var part : given) {
            var quantity = left.min(part.quantity());
            if (quantity.signum() > 0) {
                var lot = shipments.takeBack(
                        Ids.next(), part, quantity, "Came back from a customer: " + returned.reason());
                tell(lot);
                stock.takeBack(
                        returned.orderId(),
                        part.productId(),
                        lot.id(),
                        returned.locationId(),
                        quantity,
                        returned.recordedAt());
                left = left.subtract(quantity);
            }
        }
        if (left.signum() > 0) {
            log.warn(
                    "Of line {} of order {} {} more came back than had left by the ledger: count it",
                    line.lineId(),
                    returned.orderId(),
                    left.toPlainString());
        }
    }

    private void tell(ReturnedLot lot) {
        outbox.publish(new LotReceived(
                Ids.next(),
                clock.instant(),
                lot.productId(),
                lot.id(),
                lot.batchNumber(),
                lot.supplierId(),
                lot.receiptId(),
                lot.quantity(),
                lot.expiryDate(),
                true,
                lot.returnedFrom()));
    }

    private Reservation locked(UUID orderId) {
        stock.lock(reservations.products(orderId));
        return reservations
                .lock(orderId)
                .orElseThrow(() -> BusinessException.notYet("Order %s has not been heard of yet", orderId));
    }

    private void requireLocation(UUID location) {
        if (!locations.find(Set.of(location)).isKnown(location)) {
            throw BusinessException.notYet("Storage location %s has not been heard of yet", location);
        }
    }

    private static void waitFor(Reservation reservation, String until) {
        throw BusinessException.notYet(
                "Order %s is %s: waits until it %s", reservation.orderNumber(), reservation.status(), until);
    }
}
