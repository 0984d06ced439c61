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
     * @param status active, inactive or discontinued
     * @param b2cAvailable whether customers may order it; null from before it was told, as is all that follows
     * @param storageTemperatureMin degrees Celsius
     * @param storageTemperatureMax degrees Celsius
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
            String status,
            @Nullable Boolean b2cAvailable,
            @Nullable Boolean perishable,
            @Nullable Integer shelfLifeDays,
            @Nullable BigDecimal storageTemperatureMin,
            @Nullable BigDecimal storageTemperatureMax,
            @Nullable UUID supplierId,
            @Nullable String sku,
            @Nullable String barcode)
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

    /** A category is gone; nothing was in it any more. */
    record CategoryDeleted(UUID eventId, Instant recordedAt, UUID categoryId) implements ProductEvent {

        @Override
        public String key() {
            return categoryId.toString();
        }
    }
}
