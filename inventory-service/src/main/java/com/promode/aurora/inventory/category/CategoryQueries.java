package com.promode.aurora.inventory.category;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class CategoryQueries {

    private static final Listing<CategoryView> CATEGORIES = Listing.of(
                    CategoryView.class,
                    "id, name, description, parent_id, color, created_at, updated_at, version",
                    "categories")
            .field("id", "id", UUID.class)
            .field("name", "name", String.class)
            .field("parentId", "parent_id", UUID.class)
            .field("createdAt", "created_at", Instant.class)
            .field("updatedAt", "updated_at", Instant.class)
            .search("lower(name) LIKE containing(:q)")
            .order("name")
            .build();

    private final Lists lists;

    CategoryQueries(Lists lists) {
        this.lists = lists;
    }

    Page<CategoryView> find(ListQuery query) {
        return lists.page(CATEGORIES, query);
    }
}
