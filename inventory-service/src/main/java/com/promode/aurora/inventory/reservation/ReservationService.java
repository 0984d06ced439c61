package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.logistics.OrderEvent;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderPacked;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderPlaced;
import com.promode.aurora.inventory.stock.OrderStock;
import com.promode.aurora.inventory.stock.OrderStock.Outcome;
import com.promode.aurora.starter.setting.Settings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets goods aside for an order, until they are taken or the order is off. Products are locked before their order. */
@Service
@Transactional
class ReservationService {

    private static final Logger log = LoggerFactory.getLogger(ReservationService.class);
    private static final String MINUTES = "stock.reservationMinutes";

    private final ReservationRepository reservations;
    private final OrderStock stock;
    private final ReservationProperties properties;
    private final Settings settings;
    private final ReservationEvents events;
    private final Clock clock;

    ReservationService(
            ReservationRepository reservations,
            OrderStock stock,
            ReservationProperties properties,
            Settings settings,
            ReservationEvents events,
            Clock clock) {
        this.reservations = reservations;
        this.stock = stock;
        this.properties = properties;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** All lines or none. */
    void place(OrderPlaced order) {
        var lines = order.lines().stream().map(ReservedLine::of).toList();
        stock.lock(order.lines().stream().map(OrderEvent.Line::productId).collect(Collectors.toSet()));
        var reservation = Reservation.reserved(order, expiry());
        var outcome = reserve(lines, reservation);
        if (outcome.shortages().isEmpty()) {
            reservations.insert(reservation, with(lines, outcome));
            events.reserved(reservation);
        } else {
            reservations.insert(reservation.to(ReservationStatus.REJECTED), List.of());
            events.rejected(order.orderId(), lines, outcome.shortages());
        }
    }

    /** What is set aside does not lapse any more; where it has lapsed already, it is set aside anew if it can be. */
    void confirm(UUID orderId) {
        locked(orderId).ifPresent(reservation -> {
            switch (reservation.status()) {
                case RESERVED -> reservations.save(reservation.to(ReservationStatus.CONFIRMED));
                case RELEASED -> reserveAnew(reservation);
                case REJECTED, CONFIRMED, PACKED, IN_TRANSIT, DELIVERED, RETURNED -> ignore("confirmed", reservation);
            }
        });
    }

    /** What was weighed goes; the rest is free again. More than there is can't be set aside, and people are told. */
    void pack(OrderPacked packed) {
        locked(packed.orderId()).ifPresent(reservation -> {
            if (!reservation.status().holdsStock()) {
                ignore("packed", reservation);
                return;
            }
            var quantities = packed.lines().stream()
                    .collect(Collectors.toMap(
                            OrderEvent.Quantity::lineId, OrderEvent.Quantity::quantity, BigDecimal::add));
            reservations
                    .lines(packed.orderId())
                    .forEach(line -> fit(reservation, line, quantities.getOrDefault(line.lineId(), BigDecimal.ZERO)));
            reservations.save(reservation.to(ReservationStatus.PACKED));
        });
    }

    void cancel(UUID orderId) {
        locked(orderId).ifPresent(reservation -> {
            if (reservation.status().holdsStock()) {
                release(reservation, "cancelled");
            }
        });
    }

    /** Gives back what was set aside for an order that nobody has confirmed in time. */
    void expire(UUID orderId) {
        locked(orderId)
                .filter(reservation -> reservation.hasLapsed(clock.instant()))
                .ifPresent(reservation -> release(reservation, "expired"));
    }

    List<UUID> lapsed(int most) {
        return reservations.lapsed(clock.instant(), most);
    }

    /** Nothing of the order is set aside from now on; the order is told why. */
    void release(Reservation reservation, String cause) {
        for (var line : reservations.lines(reservation.orderId())) {
            stock.release(line.productId(), line.parts());
            reservations.saveParts(line.with(List.of()));
        }
        reservations.save(reservation.to(ReservationStatus.RELEASED));
        events.released(reservation.orderId(), cause);
    }

    private Optional<Reservation> locked(UUID orderId) {
        stock.lock(reservations.products(orderId));
        return reservations.lock(orderId);
    }

    private void reserveAnew(Reservation reservation) {
        var lines = reservations.lines(reservation.orderId());
        var outcome = reserve(lines, reservation);
        if (outcome.shortages().isEmpty()) {
            with(lines, outcome).forEach(reservations::saveParts);
            reservations.save(reservation.to(ReservationStatus.CONFIRMED));
            events.reserved(reservation);
        } else {
            reservations.save(reservation.to(ReservationStatus.REJECTED));
            events.rejected(reservation.orderId(), lines, outcome.shortages());
        }
    }

    private Outcome reserve(List<ReservedLine> lines, Reservation reservation) {
        return stock.reserve(lines.stream().map(ReservedLine::wanted).toList(), reservation.deliveryDate());
    }

    private static List<ReservedLine> with(List<ReservedLine> lines, Outcome outcome) {
        return IntStream.range(0, lines.size())
                .mapToObj(position -> lines.get(position).with(outcome.parts().get(position)))
                .toList();
    }

    private void fit(Reservation reservation, ReservedLine line, BigDecimal packed) {
        var more = packed.subtract(line.reserved());
        if (more.signum() < 0) {
            var surplus = line.beyond(packed);
            stock.release(line.productId(), surplus);
            reservations.saveParts(line.with(line.without(surplus)));
        } else if (more.signum() > 0) {
            var outcome = stock.reserve(List.of(line.wanted(more)), reservation.deliveryDate());
            if (outcome.shortages().isEmpty()) {
                reservations.saveParts(line.with(line.and(outcome.parts().getFirst())));
            } else {
                log.warn(
                        "Order {} was packed with {} more of product {} than the ledger has: count it. {}",
                        reservation.orderNumber(),
                        more,
                        line.productId(),
                        outcome.shortages().getFirst().reason());
            }
        }
    }

    private Instant expiry() {
        var minutes =
                settings.integer(MINUTES, Math.toIntExact(properties.held().toMinutes()));
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    /** People are told of what does not fit, and nothing changes. */
    void ignore(String what, Reservation reservation) {
        log.warn(
                "Order {} is {}; that it was {} changes nothing",
                reservation.orderNumber(),
                reservation.status(),
                what);
    }
}
