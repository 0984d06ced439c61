package com.promode.aurora.inventory.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.inventory.unit.Unit;
import com.promode.aurora.starter.web.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ProductView(
        UUID id,
        String productCode,
        String name,
        @Nullable String description,
        @Nullable UUID categoryId,
        Unit unit,
        BigDecimal price,
        @Nullable BigDecimal costPrice,
        BigDecimal averageCost,
        BigDecimal currentStock,
        BigDecimal minStockLevel,
        BigDecimal maxStockLevel,
        BigDecimal reorderPoint,
        ProductStatus status,
        @Nullable QualityGrade qualityGrade,
        boolean perishable,
        @Nullable Integer shelfLifeDays,
        @Nullable BigDecimal storageTemperatureMin,
        @Nullable BigDecimal storageTemperatureMax,
        @Nullable UUID supplierId,
        @Nullable String imageUrl,
        @Nullable String barcode,
        @Nullable String sku,
        boolean isB2cAvailable,
        boolean incomingCheckRequired,
        @Nullable BigDecimal overReceiptTolerancePercent,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {}
