package com.promode.aurora.inventory.catalogue;

import com.promode.aurora.inventory.unit.Unit;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as customers see it: nothing of what it cost.
 *
 * @param available that could be promised today, over all locations: neither reserved nor held nor expired
 */
record CatalogueView(
        UUID productId,
        String productCode,
        String name,
        @Nullable String description,
        @Nullable UUID categoryId,
        Unit unit,
        BigDecimal price,
        @Nullable String imageUrl,
        @Nullable String qualityGrade,
        BigDecimal available,
        boolean inStock) {}
