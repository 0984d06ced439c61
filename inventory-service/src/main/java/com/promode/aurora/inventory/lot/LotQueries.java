package com.promode.aurora.inventory.lot;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class LotQueries {

    private static final Listing<LotView> LOTS = Listing.of(LotView.class, """
                    l.id, l.product_id, l.receipt_id, l.supplier_id, l.batch_number, l.harvested_on, l.received_at,
                    l.expiry_date, l.unit_cost, l.quantity, l.temperature, l.state,
                    coalesce((SELECT sum(b.on_hand) FROM balances b WHERE b.lot_id = l.id), 0) AS on_hand""", "lots l")
            .field("receivedAt", "l.received_at", Instant.class)
            .field("productId", "l.product_id", UUID.class)
            .field("receiptId", "l.receipt_id", UUID.class)
            .field("supplierId", "l.supplier_id", UUID.class)
            .field("batchNumber", "l.batch_number", String.class)
            .field("expiryDate", "l.expiry_date", LocalDate.class)
            .field("state", "l.state", LotState.class)
            .order("-receivedAt")
            .key("l.id")
            .build();

    private final Lists lists;

    LotQueries(Lists lists) {
        this.lists = lists;
    }

    Page<LotView> find(ListQuery query) {
        return lists.keyset(LOTS, query);
    }

    LotView get(UUID id) {
        return lists.one(LOTS, id).orElseThrow(() -> BusinessException.notFound("lot", id));
    }
}
