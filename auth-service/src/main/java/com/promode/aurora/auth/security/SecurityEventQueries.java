package com.promode.aurora.auth.security;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.ListQuery.Filter;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.BusinessException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class SecurityEventQueries {

    private static final Listing<SecurityEventView> EVENTS = Listing.of(SecurityEventView.class, "*", "security_events")
            .field("createdAt", "created_at", Instant.class)
            .field("eventType", "event_type", SecurityEventType.class)
            .field("severity", "severity", Severity.class)
            .field("status", "status", SecurityEventStatus.class)
            .field("userId", "user_id", UUID.class)
            .field("ipAddress", "ip_address", String.class)
            .order("-createdAt")
            .mappedBy((row, number) -> view(row))
            .build();

    private final Lists lists;

    SecurityEventQueries(Lists lists) {
        this.lists = lists;
    }

    Page<SecurityEventView> find(ListQuery query) {
        return lists.keyset(
                EVENTS,
                query.withFilters(query.filters().stream()
                        .map(SecurityEventQueries::asStored)
                        .toList()));
    }

    /** An IPv6 address can be written in many ways. */
    private static Filter asStored(Filter filter) {
        return filter.field().equals("ipAddress")
                ? new Filter(
                        filter.field(),
                        filter.operator(),
                        Finding.address(filter.value())
                                .orElseThrow(() ->
                                        BusinessException.invalid("ipAddress", "must be an IPv4 or IPv6 address")))
                : filter;
    }

    SecurityEventView get(UUID id) {
        return lists.one(EVENTS, id).orElseThrow(() -> BusinessException.notFound("security event", id));
    }

    private static SecurityEventView view(ResultSet row) throws SQLException {
        return new SecurityEventView(
                row.getObject("id", UUID.class),
                SecurityEventType.valueOf(row.getString("event_type").toUpperCase(Locale.ROOT)),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                row.getObject("user_id", UUID.class),
                row.getString("ip_address"),
                row.getString("user_agent"),
                row.getString("description"),
                SecurityEventStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("note"),
                row.getObject("resolved_by", UUID.class),
                instant(row.getObject("resolved_at", OffsetDateTime.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
