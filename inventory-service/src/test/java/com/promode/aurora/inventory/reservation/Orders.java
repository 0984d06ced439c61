package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.logistics.DeliveryEvent.DeliveryFailed;
import com.promode.aurora.contracts.logistics.DeliveryEvent.DeliveryStarted;
import com.promode.aurora.contracts.logistics.DeliveryEvent.OrderDelivered;
import com.promode.aurora.contracts.logistics.OrderEvent;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderCancelled;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderConfirmed;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderPacked;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderPlaced;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderReturned;
import com.promode.aurora.contracts.logistics.OrderEvent.Quantity;
import com.promode.aurora.inventory.Warehouse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What logistics-service would say of an order of one line. */
record Orders(UUID id, UUID line, UUID product, BigDecimal quantity, LocalDate deliveryDate) {

    static Orders of(UUID product, String quantity) {
        return new Orders(
                UUID.randomUUID(),
                UUID.randomUUID(),
                product,
                new BigDecimal(quantity),
                LocalDate.now(Warehouse.INDIA).plusDays(1));
    }

    Orders on(LocalDate date) {
        return new Orders(id, line, product, quantity, date);
    }

    OrderPlaced placed() {
        var wanted = new OrderEvent.Line(line, product, quantity, new BigDecimal("24.00"), null);
        return new OrderPlaced(
                UUID.randomUUID(), Instant.now(), id, "ORD-" + id, UUID.randomUUID(), deliveryDate, List.of(wanted));
    }

    OrderConfirmed confirmed() {
        return new OrderConfirmed(UUID.randomUUID(), Instant.now(), id);
    }

    OrderPacked packed(String weight) {
        return new OrderPacked(
                UUID.randomUUID(), Instant.now(), id, List.of(new Quantity(line, new BigDecimal(weight))));
    }

    OrderCancelled cancelled() {
        return new OrderCancelled(UUID.randomUUID(), Instant.now(), id, "changed his mind");
    }

    OrderReturned returned(UUID location, String weight) {
        return new OrderReturned(
                UUID.randomUUID(),
                Instant.now(),
                id,
                location,
                "bruised",
                List.of(new Quantity(line, new BigDecimal(weight))));
    }

    DeliveryStarted started() {
        return new DeliveryStarted(UUID.randomUUID(), Instant.now(), id, null, Instant.now());
    }

    OrderDelivered delivered() {
        return new OrderDelivered(UUID.randomUUID(), Instant.now(), id, Instant.now());
    }

    DeliveryFailed failed() {
        return new DeliveryFailed(UUID.randomUUID(), Instant.now(), id, "nobody at home", Instant.now());
    }
}
