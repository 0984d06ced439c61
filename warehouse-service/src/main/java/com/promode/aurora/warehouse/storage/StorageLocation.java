package com.promode.aurora.warehouse.storage;

import static java.util.Objects.requireNonNullElse;

import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A place where goods can lie. */
@Entity
@Table(name = "storage_locations")
class StorageLocation {

    private static final Climate UNCONTROLLED = new Climate(null, null, null, null);

    @Id
    private UUID id;

    @TenantId
    private @Nullable UUID tenantId;

    /** Null until the first save: so the repository knows what is new. */
    @Version
    private @Nullable Long version;

    private String name;

    @Enumerated(EnumType.STRING)
    private StorageType type;

    @Enumerated(EnumType.STRING)
    private StorageStatus status;

    private @Nullable BigDecimal capacityTonnes;

    /** Null where no limit is set at all. */
    @Embedded
    private @Nullable Climate climate;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    /** For Hibernate alone. */
    @SuppressWarnings("NullAway.Init")
    protected StorageLocation() {}

    @SuppressWarnings("NullAway.Init") // the rest is what change sets
    StorageLocation(UUID id, SaveStorageLocation command, Instant now) {
        this.id = id;
        this.createdAt = now;
        change(command, now);
    }

    /** Makes the location what the command says, whatever it was. */
    void change(SaveStorageLocation command, Instant now) {
        var capacity = command.capacityTonnes();
        if (capacity != null && capacity.signum() <= 0) {
            throw BusinessException.invalid("capacityTonnes", "must be above 0");
        }
        climate = Climate.of(command);
        name = command.name().strip();
        type = command.type();
        status = requireNonNullElse(command.status(), StorageStatus.ACTIVE);
        capacityTonnes = capacity;
        updatedAt = now;
    }

    /** What others are told after a save; not before it, as the version is that of the row. */
    StorageLocationChanged changed() {
        return new StorageLocationChanged(
                Ids.next(),
                updatedAt,
                id,
                version(),
                name,
                type.toString(),
                status.toString(),
                capacityTonnes,
                climate().temperatureMin(),
                climate().temperatureMax());
    }

    UUID id() {
        return id;
    }

    long version() {
        return requireNonNullElse(version, 0L);
    }

    String name() {
        return name;
    }

    StorageType type() {
        return type;
    }

    StorageStatus status() {
        return status;
    }

    @Nullable
    BigDecimal capacityTonnes() {
        return capacityTonnes;
    }

    Climate climate() {
        return requireNonNullElse(climate, UNCONTROLLED);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
