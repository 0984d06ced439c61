package com.promode.aurora.inventory.product;

import com.promode.aurora.contracts.inventory.ProductEvent.ProductChanged;
import com.promode.aurora.starter.id.Ids;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Something that is bought, kept and sold. How much of it there is, is known to the stock ledger alone. */
@Entity
@Table(name = "products")
class Product {

    @Id
    private UUID id = Ids.next();

    @TenantId
    private @Nullable UUID tenantId;

    @Version
    private @Nullable Long version;

    @Embedded
    private @Nullable SaveProduct details;

    private UUID createdBy = new UUID(0, 0);
    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;

    protected Product() {}

    Product(String code, SaveProduct command, UUID createdBy, Instant now) {
        this.details = command.withCode(code);
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes over all fields; a product keeps its code when none is given. */
    void change(SaveProduct command, Instant now) {
        var code = command.productCode() == null ? code() : command.productCode();
        details = command.withCode(code);
        updatedAt = now;
    }

    /** Is bought and sold no more; what happened to it stays. */
    void discontinue(Instant now) {
        details = details().discontinued();
        updatedAt = now;
    }

    ProductChanged changed(Instant now) {
        var current = details();
        return new ProductChanged(
                Ids.next(),
                now,
                id,
                version(),
                code(),
                current.name(),
                current.categoryId(),
                current.unit().toString(),
                current.price(),
                current.costPrice(),
                current.reorderPoint(),
                current.status().toString(),
                current.isB2cAvailable(),
                current.perishable(),
                current.shelfLifeDays(),
                current.storageTemperatureMin(),
                current.storageTemperatureMax(),
                current.supplierId(),
                current.sku(),
                current.barcode());
    }

    UUID id() {
        return id;
    }

    long version() {
        return Objects.requireNonNull(version, "not saved yet");
    }

    String code() {
        return Objects.requireNonNull(details().productCode());
    }

    SaveProduct details() {
        return Objects.requireNonNull(details);
    }
}
