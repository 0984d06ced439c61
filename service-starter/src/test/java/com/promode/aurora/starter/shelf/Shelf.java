package com.promode.aurora.starter.shelf;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
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

@Entity
@Table(name = "shelves")
class Shelf {

    @Id
    private UUID id = Ids.next();

    @TenantId
    private @Nullable UUID tenantId;

    @Version
    private long version;

    private String name = "";

    @Enumerated(EnumType.STRING)
    private ShelfKind kind = ShelfKind.DRY;

    private BigDecimal width = BigDecimal.ONE;
    private boolean sturdy;
    private @Nullable UUID parentId;
    private Instant builtAt = Instant.EPOCH;

    protected Shelf() {}

    Shelf(SaveShelf command) {
        change(command);
    }

    void change(SaveShelf command) {
        if (command.name().startsWith("ugly")) {
            throw BusinessException.invalid("name", "must be beautiful");
        }
        name = command.name();
        kind = command.kind();
        width = command.width();
        sturdy = command.sturdy();
        parentId = command.parentId();
        builtAt = command.builtAt();
    }

    long version() {
        return version;
    }

    ShelfView view() {
        return new ShelfView(id, name, kind, width, sturdy, parentId, builtAt, version);
    }
}
