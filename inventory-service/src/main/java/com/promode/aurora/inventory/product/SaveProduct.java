package com.promode.aurora.inventory.product;

import com.promode.aurora.inventory.unit.Unit;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as a caller writes it, and as it is kept. What is absent gets its default here.
 *
 * @param productCode generated when absent
 * @param price per unit; as all money in the tenant's currency
 * @param reorderPoint on hand at or below it is low
 * @param maxStockLevel 0 means no limit
 * @param shelfLifeDays from the day of receipt to the expiry date
 * @param incomingCheckRequired whether goods that arrive wait on hold for a quality check
 * @param overReceiptTolerancePercent how much more than ordered may arrive; as the tenant has set it when absent
 */
@Embeddable
record SaveProduct(
        @Nullable @Size(min = 1, max = 20) String productCode,
        @NotBlank @Size(max = 255) String name,
        @Nullable @Size(max = 5000) String description,
        @Nullable UUID categoryId,
        @Enumerated(EnumType.STRING) @NotNull Unit unit,

        @NotNull @PositiveOrZero @Digits(integer = 8, fraction = 4)
        BigDecimal price,

        @Nullable @PositiveOrZero @Digits(integer = 8, fraction = 4)
        BigDecimal costPrice,

        @PositiveOrZero @Digits(integer = 11, fraction = 3) BigDecimal minStockLevel,
        @PositiveOrZero @Digits(integer = 11, fraction = 3) BigDecimal maxStockLevel,
        @PositiveOrZero @Digits(integer = 11, fraction = 3) BigDecimal reorderPoint,
        @Enumerated(EnumType.STRING) ProductStatus status,
        @Enumerated(EnumType.STRING) @Nullable QualityGrade qualityGrade,
        Boolean perishable,
        @Nullable @Positive @Max(3650) Integer shelfLifeDays,
        @Nullable @Digits(integer = 3, fraction = 2) BigDecimal storageTemperatureMin,
        @Nullable @Digits(integer = 3, fraction = 2) BigDecimal storageTemperatureMax,
        @Nullable UUID supplierId,
        @Nullable @Size(max = 500) String imageUrl,
        @Nullable @Size(min = 1, max = 50) @Ean13 String barcode,
        @Nullable @Size(min = 1, max = 50) @Ean13 String sku,
        Boolean isB2cAvailable,
        Boolean incomingCheckRequired,

        @Nullable @PositiveOrZero @Max(100) @Digits(integer = 3, fraction = 2)
        BigDecimal overReceiptTolerancePercent) {

    SaveProduct {
        minStockLevel = Objects.requireNonNullElse(minStockLevel, BigDecimal.ZERO);
        maxStockLevel = Objects.requireNonNullElse(maxStockLevel, BigDecimal.ZERO);
        reorderPoint = Objects.requireNonNullElse(reorderPoint, BigDecimal.ZERO);
        status = Objects.requireNonNullElse(status, ProductStatus.ACTIVE);
        perishable = Objects.requireNonNullElse(perishable, false);
        isB2cAvailable = Objects.requireNonNullElse(isB2cAvailable, false);
        incomingCheckRequired = Objects.requireNonNullElse(incomingCheckRequired, false);
    }

    SaveProduct withCode(String code) {
        return with(code, status);
    }

    SaveProduct discontinued() {
        return with(productCode, ProductStatus.DISCONTINUED);
    }

    /** Whether it is sold and bought for the same. */
    boolean isPricedAs(SaveProduct other) {
        return price.compareTo(other.price) == 0
                && Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()).compare(costPrice, other.costPrice)
                        == 0;
    }

    private SaveProduct with(@Nullable String code, ProductStatus newStatus) {
        return new SaveProduct(
                code,
                name,
                description,
                categoryId,
                unit,
                price,
                costPrice,
                minStockLevel,
                maxStockLevel,
                reorderPoint,
                newStatus,
                qualityGrade,
                perishable,
                shelfLifeDays,
                storageTemperatureMin,
                storageTemperatureMax,
                supplierId,
                imageUrl,
                barcode,
                sku,
                isB2cAvailable,
                incomingCheckRequired,
                overReceiptTolerancePercent);
    }

    @AssertTrue(message = "must not be above maxStockLevel")
    boolean isMinStockLevelInRange() {
        return maxStockLevel.signum() == 0 || minStockLevel.compareTo(maxStockLevel) <= 0;
    }

    @AssertTrue(message = "must not be above storageTemperatureMax")
    boolean isStorageTemperatureMinInRange() {
        return storageTemperatureMin == null
                || storageTemperatureMax == null
                || storageTemperatureMin.compareTo(storageTemperatureMax) <= 0;
    }
}
