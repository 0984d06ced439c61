package com.promode.aurora.inventory.level;

import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class StockLevelQueries {

    /** What lies somewhere; of a lot that the caller names also where nothing of it is left. */
    private static final Listing<LevelView> LEVELS =
            listing().where("NOT b.is_empty").build();

    private static final Listing<LevelView> LEVELS_OF_LOT = listing().build();

    private final Lists lists;
    private final BusinessTime businessTime;

    StockLevelQueries(Lists lists, BusinessTime businessTime) {
        this.lists = lists;
        this.businessTime = businessTime;
    }

    Page<LevelView> find(ListQuery query) {
        var listing = query.filter("lotId") == null ? LEVELS : LEVELS_OF_LOT;
        return lists.page(listing, query, Map.of("today", businessTime.today()));
    }

    private static Listing.Builder<LevelView> listing() {
        return Listing.of(LevelView.class, """
                        b.product_id, b.location_id, b.lot_id, b.on_hand, b.reserved,
                        CASE WHEN l.state <> 'available' THEN b.on_hand - b.reserved ELSE 0 END AS held,
                        CASE WHEN l.state = 'available' AND l.expiry_date < :today
                             THEN b.on_hand - b.reserved ELSE 0 END AS expired,
                        CASE WHEN l.state = 'available' AND (l.expiry_date IS NULL OR l.expiry_date >= :today)
                             THEN b.on_hand - b.reserved ELSE 0 END AS available""", "balances b JOIN lots l ON l.id = b.lot_id")
                .counted("balances b")
                .field("productId", "b.product_id", UUID.class)
                .field("locationId", "b.location_id", UUID.class)
                .field("lotId", "b.lot_id", UUID.class)
                .order("productId")
                .key("b.lot_id, b.location_id");
    }
}
