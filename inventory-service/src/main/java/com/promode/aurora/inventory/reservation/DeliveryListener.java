package com.promode.aurora.inventory.reservation;

import com.promode.aurora.contracts.logistics.DeliveryEvent;
import com.promode.aurora.contracts.logistics.DeliveryEvent.DeliveryFailed;
import com.promode.aurora.contracts.logistics.DeliveryEvent.DeliveryStarted;
import com.promode.aurora.contracts.logistics.DeliveryEvent.OrderDelivered;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Follows deliveries: their goods are on the road, with the customer, or back. */
@Component
class DeliveryListener {

    private final Inbox inbox;
    private final DeliveryService deliveries;

    DeliveryListener(Inbox inbox, DeliveryService deliveries) {
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    @KafkaListener(topics = DeliveryEvent.TOPIC, groupId = "inventory-service.delivery")
    void on(DeliveryEvent event) {
        switch (event) {
            case DeliveryStarted started -> inbox.once(started, () -> deliveries.start(started));
            case OrderDelivered delivered -> inbox.once(delivered, () -> deliveries.deliver(delivered));
            case DeliveryFailed failed -> inbox.once(failed, () -> deliveries.fail(failed));
        }
    }
}
