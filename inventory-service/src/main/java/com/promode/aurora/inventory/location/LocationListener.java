package com.promode.aurora.inventory.location;

import com.promode.aurora.contracts.warehouse.StorageEvent;
import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class LocationListener {

    private final Inbox inbox;
    private final Locations locations;

    LocationListener(Inbox inbox, Locations locations) {
        this.inbox = inbox;
        this.locations = locations;
    }

    @KafkaListener(topics = StorageEvent.TOPIC, groupId = "inventory-service.location")
    void on(StorageEvent event) {
        if (event instanceof StorageLocationChanged changed) {
            inbox.once(changed, () -> locations.keep(changed));
        }
    }
}
