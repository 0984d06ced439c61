package com.promode.aurora.notification.notification;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Listing;
import com.promode.aurora.starter.list.Lists;
import com.promode.aurora.starter.list.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a user was told. */
@Component
@Transactional(readOnly = true)
class NotificationQueries {

    private static final String COLUMNS =
            "id, title, message, type, category, is_read, action_url, metadata, created_at";

    private static final Listing<NotificationView> LISTING = Listing.of(
                    NotificationView.class, COLUMNS, "notifications")
            .where("user_id = :user")
            .field("createdAt", "created_at", Instant.class)
            .field("isRead", "is_read", Boolean.class)
            .field("type", "type", NotificationType.class)
            .field("category", "category", NotificationCategory.class)
            .order("-createdAt")
            .mappedBy((row, ignored) -> NotificationView.of(row))
            .build();

    private final Lists lists;
    private final JdbcClient jdbc;

    NotificationQueries(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<NotificationView> of(UUID user, ListQuery query) {
        return lists.keyset(LISTING, query, Map.of("user", user));
    }

    Optional<NotificationView> find(UUID user, UUID id) {
        return lists.one(LISTING, id, Map.of("user", user));
    }

    /** The newest after a notification, oldest first. */
    List<NotificationView> since(UUID user, UUID since, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM notifications WHERE user_id = :user AND id > :since ORDER BY id DESC LIMIT :limit")
                .param("user", user)
                .param("since", since)
                .param("limit", limit)
                .query((row, ignored) -> NotificationView.of(row))
                .list()
                .reversed();
    }
}
