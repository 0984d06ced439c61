package com.promode.aurora.inventory.receiving;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class ReceiptQueries {

    private static final Listing<ReceiptView> RECEIPTS = Listing.of(ReceiptView.class, """
                    r.*, (SELECT count(*) FROM lots l WHERE l.receipt_id = r.id AND l.returned_from IS NULL) AS item_count,
                    (SELECT coalesce(sum(round(l.quantity * l.unit_cost, 2)), 0.00)
                     FROM lots l WHERE l.receipt_id = r.id AND l.returned_from IS NULL) AS total_cost""", "receipts r")
            .field("receivedAt", "r.received_at", Instant.class)
            .field("locationId", "r.location_id", UUID.class)
            .field("purchaseOrderId", "r.purchase_order_id", UUID.class)
            .order("-receivedAt")
            .key("r.id")
            .build();

    private final Lists lists;
    private final JdbcClient jdbc;

    ReceiptQueries(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<ReceiptView> find(ListQuery query) {
        return lists.keyset(RECEIPTS, query);
    }

    FullReceiptView get(UUID id) {
        var receipt = lists.one(RECEIPTS, id).orElseThrow(() -> BusinessException.notFound("receipt", id));
        var items = jdbc.sql("""
                SELECT l.product_id, l.id AS lot_id, l.quantity, l.unit_cost, l.batch_number, l.expiry_date, l.temperature,
                    l.state, h.reason AS hold_reason
                FROM lots l LEFT JOIN lot_history h ON h.lot_id = l.id AND h.from_state IS NULL
                WHERE l.receipt_id = :id AND l.returned_from IS NULL ORDER BY l.id
                """).param("id", id).query(ReceiptItemView.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
        return new FullReceiptView(receipt, items);
    }
}
