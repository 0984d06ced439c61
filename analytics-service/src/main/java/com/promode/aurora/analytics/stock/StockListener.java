package com.promode.aurora.analytics.stock;

import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.contracts.inventory.StockEvent.WasteRecorded;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Follows the stock of all products. */
@Component
class StockListener {

    private final Inbox inbox;
    private final StockFacts facts;

    StockListener(Inbox inbox, StockFacts facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @KafkaListener(topics = StockEvent.TOPIC, groupId = "analytics.stock", containerFactory = Inbox.BY_THE_POLL)
    void on(StockEvent event) {
        switch (event) {
            case StockMoved moved -> inbox.once(moved, () -> facts.apply(moved));
            case WasteRecorded waste -> inbox.once(waste, () -> facts.apply(waste));
            default -> {}
        }
    }
}
