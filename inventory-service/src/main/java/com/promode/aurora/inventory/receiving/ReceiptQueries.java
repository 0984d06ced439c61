package com.promode.aurora.inventory.receiving;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
@Transactional(readOnly = true)
class ReceiptQueries {

    private static final TypeReference<List<ReceiptView.Item>> ITEMS = new TypeReference<>() {};

    private final Lists lists;
    private final Listing<ReceiptView> receipts;

    ReceiptQueries(Lists lists, JsonMapper json) {
        this.lists = lists;
        this.receipts = Listing.of(ReceiptView.class, """
                        r.*, (SELECT json_agg(json_build_object('productId', l.product_id, 'lotId', l.id,
                                  'quantity', l.quantity, 'unitCost', l.unit_cost, 'batchNumber', l.batch_number,
                                  'expiryDate', l.expiry_date, 'temperature', l.temperature, 'state', l.state,
                                  'holdReason', h.reason) ORDER BY l.id)
                              FROM lots l LEFT JOIN lot_history h ON h.lot_id = l.id AND h.from_state IS NULL
                              WHERE l.receipt_id = r.id AND l.returned_from IS NULL) AS items""", "receipts r")
                .field("receivedAt", "r.received_at", Instant.class)
                .field("locationId", "r.location_id", UUID.class)
                .field("purchaseOrderId", "r.purchase_order_id", UUID.class)
                .order("-receivedAt")
                .key("r.id")
                .mappedBy(view(json))
                .build();
    }

    Page<ReceiptView> find(ListQuery query) {
        return lists.keyset(receipts, query);
    }

    ReceiptView get(UUID id) {
        return lists.one(receipts, id).orElseThrow(() -> BusinessException.notFound("receipt", id));
    }

    private static RowMapper<ReceiptView> view(JsonMapper json) {
        return (row, number) -> new ReceiptView(
                row.getObject("id", UUID.class),
                row.getObject("location_id", UUID.class),
                row.getObject("purchase_order_id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_by", UUID.class),
                json.readValue(row.getString("items"), ITEMS));
    }
}
