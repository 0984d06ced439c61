package com.promode.aurora.inventory.receiving;

import com.promode.aurora.inventory.quarantine.LotHistory;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptRepository {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Tenants tenants;
    private final LotHistory history;

    ReceiptRepository(JdbcClient jdbc, JdbcOperations batches, Tenants tenants, LotHistory history) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tenants = tenants;
        this.history = history;
    }

    /** These products, whose stock is held: so none is discontinued while it is received. */
    Map<UUID, Receivable> products(Collection<UUID> ids) {
        return jdbc.sql("""
                SELECT id, product_code, status = 'discontinued' AS discontinued, perishable, shelf_life_days,
                    incoming_check_required, supplier_id, storage_temperature_min, storage_temperature_max,
                    over_receipt_tolerance_percent
                FROM products WHERE id = ANY(:ids)
                """).param("ids", ids.toArray(UUID[]::new)).query(Receivable.class).list().stream()
                .collect(Collectors.toMap(Receivable::id, Function.identity()));
    }

    void save(UUID id, ReceiveGoods command, Instant receivedAt, Instant now, @Nullable UUID receivedBy) {
        jdbc.sql("""
                INSERT INTO receipts (id, tenant_id, location_id, purchase_order_id, received_at, recorded_at, received_by)
                VALUES (:id, :tenant, :location, :purchaseOrder, :receivedAt, :recordedAt, :receivedBy)
                """)
                .param("id", id)
                .param("tenant", tenants.current())
                .param("location", command.locationId())
                .param("purchaseOrder", command.purchaseOrderId())
                .param("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
                .param("recordedAt", now.atOffset(ZoneOffset.UTC))
                .param("receivedBy", receivedBy)
                .update();
    }

    void saveLots(UUID receipt, List<ReceivedLot> lots, Instant receivedAt) {
        var tenant = tenants.current();
        batches.batchUpdate(
                """
                INSERT INTO lots (id, tenant_id, product_id, receipt_id, supplier_id, batch_number, harvested_on, received_at,
                    expiry_date, unit_cost, quantity, temperature, state, hold_reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                lots.stream()
                        .map(lot -> new @Nullable Object[] {
                            lot.id(),
                            tenant,
                            lot.item().productId(),
                            receipt,
                            lot.origin().supplierId(),
                            lot.batchNumber(),
                            lot.item().harvestedOn(),
                            receivedAt.atOffset(ZoneOffset.UTC),
                            lot.expiryDate(),
                            lot.origin().unitCost(),
                            lot.item().quantity(),
                            lot.item().temperature(),
                            lot.state().toString(),
                            lot.holdReason()
                        })
                        .toList());
        var held = new LinkedHashMap<UUID, String>();
        lots.forEach(lot -> {
            if (lot.holdReason() != null) {
                held.put(lot.id(), lot.holdReason());
            }
        });
        history.arrived(held);
    }
}
