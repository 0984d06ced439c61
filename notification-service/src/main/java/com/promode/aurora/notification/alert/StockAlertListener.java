package com.promode.aurora.notification.alert;

import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of products that run low, for all replicas together. */
@Component
class StockAlertListener {

    static final String GROUP = "notification.alert";

    private final Inbox inbox;
    private final StockAlertService alerts;

    StockAlertListener(Inbox inbox, StockAlertService alerts) {
        this.inbox = inbox;
        this.alerts = alerts;
    }

    @KafkaListener(topics = StockEvent.TOPIC, groupId = GROUP)
    void on(StockEvent event) {
        if (event instanceof StockLow low) {
            inbox.once(low, () -> alerts.raise(low));
        }
    }
}
