package com.promode.aurora.notification.stock;

import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.notification.alert.AlertChannel;
import com.promode.aurora.notification.notification.NotificationService;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of products that run low, for all replicas together. */
@Component
class StockAlertListener {

    static final String GROUP = "notification.alert";

    private final Inbox inbox;
    private final AlertChannel stockAlerts;
    private final NotificationService notifications;

    StockAlertListener(Inbox inbox, AlertChannel stockAlerts, NotificationService notifications) {
        this.inbox = inbox;
        this.stockAlerts = stockAlerts;
        this.notifications = notifications;
    }

    @KafkaListener(topics = StockEvent.TOPIC, groupId = GROUP)
    void on(StockEvent event) {
        if (event instanceof StockLow low) {
            inbox.once(low, () -> raise(low));
        }
    }

    private void raise(StockLow low) {
        stockAlerts.keep(StockAlert.message(low));
        notifications.tell(stockAlerts.permission(), StockAlert.notice(low));
    }
}
