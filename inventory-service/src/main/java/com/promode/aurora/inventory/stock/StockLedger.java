package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.MovementType;
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

    private static final String MOVEMENT = """
            INSERT INTO stock_movements (id, tenant_id, product_id, movement_type, quantity, from_place, from_location_id,
                to_place, to_location_id, lot_id, unit_cost, cost, unit_price, revenue, reference_type, reference_id,
                reason, waste_reason, disposal_method, notes, occurred_at, recorded_at, created_by, reversal_of)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LOT =
            "INSERT INTO stock_movement_lots (movement_id, lot_id, tenant_id, quantity) VALUES (?, ?, ?, ?)";

    private static final String WASTE = """
            INSERT INTO waste_records (id, tenant_id, product_id, quantity, waste_reason, disposal_method, cost_impact,
                reported_by, disposal_date, notes, occurred_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String REVERSAL =
            "INSERT INTO reversals (movement_id, reversal_id, tenant_id) VALUES (?, ?, ?)";

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
