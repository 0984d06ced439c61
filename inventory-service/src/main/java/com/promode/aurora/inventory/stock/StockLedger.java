package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.starter.bulk.Insert;
import com.promode.aurora.starter.bulk.Writes;
import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/** The append-only book of movements. */
@Repository
class StockLedger {

    private static final Insert MOVEMENT = Insert.into(
            "stock_movements",
            "id uuid",
            "tenant_id uuid",
            "product_id uuid",
            "movement_type text",
            "quantity numeric",
            "from_place text",
            "from_location_id uuid",
            "to_place text",
            "to_location_id uuid",
            "lot_id uuid",
            "unit_cost numeric",
            "cost numeric",
            "unit_price numeric",
            "revenue numeric",
            "reference_type text",
            "reference_id uuid",
            "reason text",
            "waste_reason text",
            "disposal_method text",
            "notes text",
            "occurred_at timestamptz",
            "recorded_at timestamptz",
            "created_by uuid",
            "reversal_of uuid");

    private static final Insert LOT =
            Insert.into("stock_movement_lots", "movement_id uuid", "lot_id uuid", "tenant_id uuid", "quantity numeric");

    private static final Insert WASTE = Insert.into(
            "waste_records",
            "id uuid",
            "tenant_id uuid",
            "product_id uuid",
            "quantity numeric",
            "waste_reason text",
            "disposal_method text",
            "cost_impact numeric",
            "reported_by uuid",
            "disposal_date date",
            "notes text",
            "occurred_at timestamptz");

    private static final Insert REVERSAL =
            Insert.into("reversals", "movement_id uuid", "reversal_id uuid", "tenant_id uuid");

    private final JdbcOperations jdbc;
    private final Tenants tenants;
    private final BusinessTime businessTime;

    StockLedger(JdbcOperations jdbc, Tenants tenants, BusinessTime businessTime) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.businessTime = businessTime;
    }

    void append(List<Movement> movements, Writes writes) {
        var tenant = tenants.current();
        for (var movement : movements) {
            writes.add(MOVEMENT, movement(tenant, movement));
            movement.lots().forEach(part -> writes.add(LOT, movement.id(), part.lotId(), tenant, part.quantity()));
            if (movement.reversalOf() != null) {
                writes.add(REVERSAL, movement.reversalOf(), movement.id(), tenant);
            } else if (movement.type() == MovementType.WASTE) {
                writes.add(WASTE, waste(tenant, movement));
            }
        }
    }

    /** Whether the movement has been taken back. */
    boolean isReversed(UUID movement) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM reversals WHERE movement_id = ?)", Boolean.class, movement));
    }

    private static @Nullable Object[] movement(UUID tenant, Movement movement) {
        var command = movement.command();
        return new @Nullable Object[] {
            movement.id(),
            tenant,
            command.productId(),
            movement.type().toString(),
            movement.quantity(),
            movement.from().toString(),
            command.fromLocationId(),
            movement.to().toString(),
            command.toLocationId(),
            command.lotId(),
            movement.unitCost(),
            movement.cost(),
            command.unitPrice(),
            movement.revenue(),
            text(command.referenceType()),
            command.referenceId(),
            command.reason(),
            text(command.wasteReason()),
            text(command.disposalMethod()),
            command.notes(),
            movement.origin().occurredAt().atOffset(ZoneOffset.UTC),
            movement.origin().recordedAt().atOffset(ZoneOffset.UTC),
            movement.origin().userId(),
            movement.reversalOf()
        };
    }

    private @Nullable Object[] waste(UUID tenant, Movement movement) {
        var command = movement.command();
        return new @Nullable Object[] {
            movement.id(),
            tenant,
            command.productId(),
            movement.quantity(),
            text(command.wasteReason()),
            text(command.disposalMethod()),
            movement.cost(),
            movement.origin().userId(),
            businessTime.date(movement.origin().occurredAt()),
            command.notes(),
            movement.origin().occurredAt().atOffset(ZoneOffset.UTC)
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
