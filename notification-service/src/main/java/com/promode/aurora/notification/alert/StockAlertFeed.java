package com.promode.aurora.notification.alert;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.notification.socket.SocketMessage;
import com.promode.aurora.notification.socket.Sockets;
import com.promode.aurora.starter.feed.Feed;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Passes alerts on without waiting for the database. */
@Component
class StockAlertFeed implements Feed {

    private final RecentAlerts recent;
    private final Sockets sockets;

    StockAlertFeed(RecentAlerts recent, Sockets sockets) {
        this.recent = recent;
        this.sockets = sockets;
    }

    @Override
    public String topic() {
        return StockEvent.TOPIC;
    }

    @Override
    public Optional<String> storedBy() {
        return Optional.of(StockAlertListener.GROUP);
    }

    @Override
    public void pass(UUID tenant, IntegrationEvent event) {
        if (event instanceof StockLow low) {
            var audience = StockAlertChannel.audience(tenant);
            var message = new SocketMessage(low.eventId(), StockAlert.TYPE, low.recordedAt(), StockAlert.of(low));
            recent.add(audience, message); // before it is told: whoever opens a socket now finds it here or hears it
            sockets.tell(audience, message);
        }
    }
}
