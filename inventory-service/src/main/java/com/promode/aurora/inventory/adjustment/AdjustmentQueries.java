package com.promode.aurora.inventory.adjustment;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class AdjustmentQueries {

    private static final Listing<AdjustmentView> ADJUSTMENTS = Listing.of(AdjustmentView.class, "a.*", "adjustments a")
            .field("requestedAt", "a.requested_at", Instant.class)
            .field("status", "a.status", AdjustmentStatus.class)
            .field("productId", "a.product_id", UUID.class)
            .field("locationId", "a.location_id", UUID.class)
            .field("requestedBy", "a.requested_by", UUID.class)
            .order("-requestedAt")
            .key("a.id")
            .build();

    private final Lists lists;

    AdjustmentQueries(Lists lists) {
        this.lists = lists;
    }

    Page<AdjustmentView> find(ListQuery query) {
        return lists.page(ADJUSTMENTS, query);
    }

    AdjustmentView get(UUID id) {
        return lists.one(ADJUSTMENTS, id).orElseThrow(() -> BusinessException.notFound("adjustment", id));
    }
}
