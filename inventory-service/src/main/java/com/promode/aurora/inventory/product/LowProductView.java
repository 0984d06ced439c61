package com.promode.aurora.inventory.product;

import com.promode.aurora.inventory.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product that runs out, and how soon.
 *
 * @param averageDailyConsumption that customers took per day, over the last {@value #DAYS} business days with today; null if
 *     nothing
 * @param daysOfCover how long what is on hand lasts at that rate; null if nothing is taken
 */
record LowProductView(
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
        @Nullable BigDecimal averageDailyConsumption,
        @Nullable BigDecimal daysOfCover) {

    static final int DAYS = 14;

    static LowProductView of(ProductView product, @Nullable BigDecimal consumed) {
        return new LowProductView(
                product.id(),
                product.productCode(),
                product.name(),
                product.description(),
                product.categoryId(),
                product.unit(),
                product.price(),
                product.costPrice(),
                product.averageCost(),
                product.currentStock(),
                product.minStockLevel(),
                product.maxStockLevel(),
                product.reorderPoint(),
                product.status(),
                product.qualityGrade(),
                product.perishable(),
                product.shelfLifeDays(),
                product.storageTemperatureMin(),
                product.storageTemperatureMax(),
                product.supplierId(),
                product.imageUrl(),
                product.barcode(),
                product.sku(),
                product.isB2cAvailable(),
                product.incomingCheckRequired(),
                product.overReceiptTolerancePercent(),
                product.createdBy(),
                product.createdAt(),
                product.updatedAt(),
                consumed == null ? null : consumed.divide(BigDecimal.valueOf(DAYS), 3, RoundingMode.HALF_UP),
                consumed == null || consumed.signum() <= 0 ? null : daysOfCover(product.currentStock(), consumed));
    }

    private static BigDecimal daysOfCover(BigDecimal onHand, BigDecimal consumed) {
        return onHand.multiply(BigDecimal.valueOf(DAYS)).divide(consumed, 1, RoundingMode.HALF_UP);
    }
}
