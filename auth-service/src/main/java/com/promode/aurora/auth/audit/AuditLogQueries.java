package com.promode.aurora.auth.audit;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of the current tenant. */
@Repository
@Transactional(readOnly = true)
class AuditLogQueries {

    private final Lists lists;
    private final JsonMapper json;
    private final Listing<AuditView> rows;

    AuditLogQueries(Lists lists, JsonMapper json) {
        this.lists = lists;
        this.json = json;
        this.rows = Listing.of(AuditView.class, "*", "audit_log")
                .field("createdAt", "created_at", Instant.class)
                .field("userId", "user_id", UUID.class)
                .field("action", "action", String.class)
                .field("resourceType", "resource_type", String.class)
                .field("resourceId", "resource_id", UUID.class)
                .order("-createdAt")
                .mappedBy((row, number) -> view(row))
                .build();
    }

    Page<AuditView> find(ListQuery query) {
        return lists.keyset(rows, query);
    }

    private AuditView view(ResultSet row) throws SQLException {
        var entry = AuditEntry.of(row);
        return new AuditView(
                entry.id(),
                entry.userId(),
                entry.action(),
                entry.resourceType(),
                entry.resourceId(),
                values(entry.oldValues()),
                values(entry.newValues()),
                entry.ipAddress(),
                entry.userAgent(),
                entry.createdAt());
    }

    private @Nullable JsonNode values(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
