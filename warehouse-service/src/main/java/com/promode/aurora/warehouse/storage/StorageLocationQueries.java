package com.promode.aurora.warehouse.storage;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads storage locations. */
@Repository
@Transactional(readOnly = true)
class StorageLocationQueries {

    private static final Listing<StorageLocationView> LOCATIONS = Listing.of(
                    StorageLocationView.class, """
                    id, name, type, capacity_tonnes, temperature_min, temperature_max, humidity_min, humidity_max,
                    status, created_at, updated_at, version
                    """, "storage_locations")
            .field("name", "name", String.class)
            .field("type", "type", StorageType.class)
            .field("status", "status", StorageStatus.class)
            .field("capacityTonnes", "capacity_tonnes", BigDecimal.class)
            .field("createdAt", "created_at", Instant.class)
            .field("updatedAt", "updated_at", Instant.class)
            .search("position(lower(:q) IN lower(name)) > 0")
            .order("name")
            .build();

    private final Lists lists;

    StorageLocationQueries(Lists lists) {
        this.lists = lists;
    }

    Page<StorageLocationView> list(ListQuery query) {
        return lists.page(LOCATIONS, query);
    }

    StorageLocationView get(UUID id) {
        return lists.one(LOCATIONS, id).orElseThrow(() -> BusinessException.notFound("storage location", id));
    }
}
