package com.promode.aurora.notification.stock;

import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.notification.alert.AlertChannel;
import com.promode.aurora.starter.feed.Feed;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Passes alerts on without waiting for the database. */
@Component
class StockAlertFeed implements Feed<StockLow> {

    private final AlertChannel stockAlerts;

    StockAlertFeed(AlertChannel stockAlerts) {
        this.stockAlerts = stockAlerts;
    }

    @Override
    public String topic() {
        return StockEvent.TOPIC;
    }

    @Override
    public Class<StockLow> type() {
        return StockLow.class;
    }

    @Override
    public Optional<String> storedBy() {
        return Optional.of(StockAlertListener.GROUP);
    }

    @Override
    public void pass(UUID tenant, StockLow low) {
        stockAlerts.push(tenant, StockAlert.message(low));
    }
}
