package com.promode.aurora.analytics.stock;

import com.promode.aurora.contracts.inventory.ProductEvent;
import com.promode.aurora.contracts.inventory.ProductEvent.CategoryChanged;
import com.promode.aurora.contracts.inventory.ProductEvent.CategoryDeleted;
import com.promode.aurora.contracts.inventory.ProductEvent.ProductChanged;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Follows the names of products and categories. */
@Component
class ProductListener {

    private final Inbox inbox;
    private final ProductNames names;

    ProductListener(Inbox inbox, ProductNames names) {
        this.inbox = inbox;
        this.names = names;
    }

    @KafkaListener(topics = ProductEvent.TOPIC, groupId = "analytics.product")
    void on(ProductEvent event) {
        switch (event) {
            case ProductChanged product -> inbox.once(product, () -> names.apply(product));
            case CategoryChanged category -> inbox.once(category, () -> names.apply(category));
            // its name stays, for products of which nobody has said yet that they left it
            case CategoryDeleted ignored -> {}
        }
    }
}
