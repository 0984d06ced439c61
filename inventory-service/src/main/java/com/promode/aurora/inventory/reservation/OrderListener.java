package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.logistics.OrderEvent;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderCancelled;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderConfirmed;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderPacked;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderPlaced;
import com.promode.aurora.contracts.logistics.OrderEvent.OrderReturned;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Follows customer orders: what they want is set aside, or they are told what is lacking. */
@Component
class OrderListener {

    private final Inbox inbox;
    private final ReservationService reservations;
    private final DeliveryService deliveries;

    OrderListener(Inbox inbox, ReservationService reservations, DeliveryService deliveries) {
        this.inbox = inbox;
        this.reservations = reservations;
        this.deliveries = deliveries;
    }

    @KafkaListener(topics = OrderEvent.TOPIC, groupId = "inventory-service.order")
    void on(OrderEvent event) {
        switch (event) {
            case OrderPlaced placed -> inbox.once(placed, () -> reservations.place(placed));
            case OrderConfirmed confirmed -> inbox.once(confirmed, () -> reservations.confirm(confirmed.orderId()));
            case OrderPacked packed -> inbox.once(packed, () -> reservations.pack(packed));
            case OrderCancelled cancelled -> inbox.once(cancelled, () -> reservations.cancel(cancelled.orderId()));
            case OrderReturned returned -> inbox.once(returned, () -> deliveries.takeBack(returned));
        }
    }
}
