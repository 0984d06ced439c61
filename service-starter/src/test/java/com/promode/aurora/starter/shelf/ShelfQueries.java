package com.promode.aurora.starter.shelf;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ShelfQueries {

    private static final Listing<ShelfView> SHELVES = Listing.of(
                    ShelfView.class, "id, name, kind, width, sturdy, parent_id, built_at, version", "shelves")
            .field("id", "id", UUID.class)
            .field("name", "name", String.class)
            .field("kind", "kind", ShelfKind.class)
            .field("width", "width", BigDecimal.class)
            .field("sturdy", "sturdy", Boolean.class)
            .field("parentId", "parent_id", UUID.class)
            .field("builtAt", "built_at", Instant.class)
            .search("name ILIKE '%' || :q || '%'")
            .order("name")
            .build();

    private static final Listing<ReadingView> READINGS = Listing.of(
                    ReadingView.class, "id, taken_at, sensor", "readings")
            .field("takenAt", "taken_at", Instant.class)
            .field("sensor", "sensor", String.class)
            .order("-takenAt")
            .build();

    private final Lists lists;
    private final JdbcClient jdbc;

    ShelfQueries(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    record ReadingView(UUID id, Instant takenAt, String sensor) {}

    Page<ShelfView> find(ListQuery query) {
        return lists.page(SHELVES, query);
    }

    Optional<ShelfView> find(UUID id) {
        return lists.one(SHELVES, id);
    }

    Page<ReadingView> readings(ListQuery query) {
        return lists.keyset(READINGS, query);
    }

    /** A query that forgot the tenant altogether. */
    List<UUID> owners() {
        return jdbc.sql("SELECT DISTINCT tenant_id FROM shelves")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
