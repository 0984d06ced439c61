package com.promode.aurora.inventory.category;

import com.promode.aurora.contracts.inventory.ProductEvent.CategoryChanged;
import com.promode.aurora.contracts.inventory.ProductEvent.CategoryDeleted;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A group of products; categories form a tree. */
@Entity
@Table(name = "categories")
class Category {

    @Id
    private UUID id = Ids.next();

    @TenantId
    private @Nullable UUID tenantId;

    @Version
    private @Nullable Long version;

    private String name = "";
    private @Nullable String description;
    private @Nullable UUID parentId;
    private @Nullable String color;
    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;

    protected Category() {}

    Category(SaveCategory command, Instant now) {
        createdAt = now;
        change(command, now);
    }

    void change(SaveCategory command, Instant now) {
        if (id.equals(command.parentId())) {
            throw BusinessException.invalid("parentId", "a category can't be its own parent");
        }
        name = command.name();
        description = command.description();
        parentId = command.parentId();
        color = command.color();
        updatedAt = now;
    }

    CategoryChanged changed(Instant now) {
        return new CategoryChanged(Ids.next(), now, id, version(), name, parentId);
    }

    CategoryDeleted deleted(Instant now) {
        return new CategoryDeleted(Ids.next(), now, id);
    }

    CategoryView view() {
        return new CategoryView(id, name, description, parentId, color, createdAt, updatedAt, version());
    }

    String name() {
        return name;
    }

    UUID id() {
        return id;
    }

    long version() {
        return Objects.requireNonNull(version, "not saved yet");
    }
}
