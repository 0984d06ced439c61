package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.inventory.ReservationEvent.Missing;
import com.promode.aurora.contracts.inventory.ReservationEvent.ReservationReleased;
import com.promode.aurora.contracts.inventory.ReservationEvent.StockRejected;
import com.promode.aurora.contracts.inventory.ReservationEvent.StockReserved;
import com.promode.aurora.inventory.stock.OrderStock.Shortage;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What orders are told of their goods. */
@Component
class ReservationEvents {

    private final ReservationRepository reservations;
    private final Outbox outbox;
    private final Clock clock;

    ReservationEvents(ReservationRepository reservations, Outbox outbox, Clock clock) {
        this.reservations = reservations;
        this.outbox = outbox;
        this.clock = clock;
    }

    void reserved(Reservation reservation) {
        outbox.publish(new StockReserved(
                Ids.next(),
                clock.instant(),
                reservation.orderId(),
                reservation.expiresAt(),
                reservations.lines(reservation.orderId()).stream()
                        .map(ReservedLine::told)
                        .toList()));
    }

    void rejected(UUID orderId, List<ReservedLine> lines, List<Shortage> shortages) {
        var reason = shortages.stream().map(Shortage::reason).collect(Collectors.joining("; "));
        var missing = shortages.stream()
                .map(shortage -> missing(lines.get(shortage.position()), shortage))
                .toList();
        outbox.publish(new StockRejected(Ids.next(), clock.instant(), orderId, reason, missing));
    }

    void released(UUID orderId, String cause) {
        outbox.publish(new ReservationReleased(Ids.next(), clock.instant(), orderId, cause));
    }

    private static Missing missing(ReservedLine line, Shortage shortage) {
        return new Missing(
                line.lineId(), line.productId(), shortage.productCode(), line.quantity(), shortage.available());
    }
}
