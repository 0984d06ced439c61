package com.promode.aurora.contracts.inventory;

import com.promode.aurora.contracts.IntegrationEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What inventory announces about its products and their categories, in order per product or category. */
public sealed interface ProductEvent extends IntegrationEvent {

    String TOPIC = "inventory.product";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * A product was created or changed; carries what others keep of it.
     *
     * @param version of the product row; a consumer drops what is not newer than what it has
     * @param unit such as {@code kg}, {@code piece}
     * @param price per unit, in the tenant's currency
     */
    record ProductChanged(
            UUID eventId,
            Instant recordedAt,
            UUID productId,
            long version,
            String productCode,
            String name,
            @Nullable UUID categoryId,
            String unit,
            BigDecimal price,
            @Nullable BigDecimal costPrice,
            BigDecimal reorderPoint,
            String status)
            implements ProductEvent {

        @Override
        public String key() {
            return productId.toString();
        }
    }

    /** A category was created or changed. */
    record CategoryChanged(
            UUID eventId,
            Instant recordedAt,
            UUID categoryId,
            long version,
            String name,
            @Nullable UUID parentId) implements ProductEvent {

        @Override
        public String key() {
            return categoryId.toString();
        }
    }
}
