package com.promode.aurora.notification.notification;

import com.promode.aurora.contracts.notification.NotificationEvent.NotificationCreated;
import com.promode.aurora.contracts.notification.Recipient;
import com.promode.aurora.starter.audit.Audit;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores what users are told, and what they do with it. */
@Service
@Transactional
public class NotificationService {

    /** Keeps an event well below the size of a Kafka record. */
    private static final int RECIPIENTS_PER_EVENT = 1_000;

    private final JdbcClient jdbc;
    private final NotificationQueries notifications;
    private final Tenants tenants;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    NotificationService(
            JdbcClient jdbc,
            NotificationQueries notifications,
            Tenants tenants,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.tenants = tenants;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tells every active user of the tenant who holds a permission. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(String permission, Notice notice) {
        inOrder();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var recipients = store(permission, notice, now);
        for (var from = 0; from < recipients.size(); from += RECIPIENTS_PER_EVENT) {
            var some = recipients.subList(from, Math.min(from + RECIPIENTS_PER_EVENT, recipients.size()));
            outbox.publish(new NotificationCreated(
                    Ids.next(),
                    now,
                    tenants.current(),
                    notice.title(),
                    notice.message(),
                    notice.type().toString(),
                    notice.category().toString(),
                    notice.actionUrl(),
                    notice.metadata(),
                    List.copyOf(some)));
        }
    }

    /** A user is gone, and what was told to him with him. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID user) {
        jdbc.sql("DELETE FROM notifications WHERE user_id = :user")
                .param("user", user)
                .update();
    }

    NotificationView read(UUID user, UUID id) {
        var changed = jdbc.sql(
                        "UPDATE notifications SET is_read = true WHERE id = :id AND user_id = :user AND NOT is_read")
                .param("id", id)
                .param("user", user)
                .update();
        var view = find(user, id);
        if (changed > 0) {
            audit.record("notification.read", "notification", id, Map.of("isRead", false), Map.of("isRead", true));
        }
        return view;
    }

    AllRead readAll(UUID user) {
        var changed = jdbc.sql("UPDATE notifications SET is_read = true WHERE user_id = :user AND NOT is_read")
                .param("user", user)
                .update();
        if (changed > 0) {
            audit.record("notification.read_all", "notification", null, null, Map.of("updated", changed));
        }
        return new AllRead(changed);
    }

    void delete(UUID user, UUID id) {
        var before = find(user, id);
        jdbc.sql("DELETE FROM notifications WHERE id = :id AND user_id = :user")
                .param("id", id)
                .param("user", user)
                .update();
        audit.record("notification.delete", "notification", id, before, null);
    }

    private NotificationView find(UUID user, UUID id) {
        return notifications.find(user, id).orElseThrow(() -> BusinessException.notFound("notification", id));
    }

    /**
     * One at a time per tenant until commit: ids and events of a tenant rise in the order of commits, so whoever has seen a
     * notification has seen all before it.
     */
    private void inOrder() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('notifications of ' || :tenant, 0))")
                .param("tenant", tenants.current().toString())
                .query((row, ignored) -> true)
                .single();
    }

    private List<Recipient> store(String permission, Notice notice, Instant now) {
        return jdbc.sql("""
                        INSERT INTO notifications
                            (tenant_id, user_id, event_id, title, message, type, category, action_url, metadata, created_at)
                        SELECT tenant_id, user_id, :event, :title, :message, :type, :category, :actionUrl, :metadata::jsonb, :now
                        FROM recipients
                        WHERE active AND :permission = ANY (permissions)
                        ON CONFLICT ON CONSTRAINT notifications_once_per_event_and_user DO NOTHING
                        RETURNING id, user_id
                        """)
                .param("event", notice.eventId())
                .param("title", notice.title())
                .param("message", notice.message())
                .param("type", notice.type().toString())
                .param("category", notice.category().toString())
                .param("actionUrl", notice.actionUrl())
                .param("metadata", Metadata.write(notice.metadata()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("permission", permission)
                .query((row, ignored) ->
                        new Recipient(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class)))
                .list();
    }
}
