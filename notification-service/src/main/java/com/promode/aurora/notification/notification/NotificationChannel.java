package com.promode.aurora.notification.notification;

import com.promode.aurora.notification.socket.Audience;
import com.promode.aurora.notification.socket.Channel;
import com.promode.aurora.notification.socket.SocketMessage;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A user's own notifications, as they are stored. */
@Component
class NotificationChannel implements Channel {

    private static final String PATH = "/ws/notifications/{userId}";
    private static final String TYPE = "NotificationCreated";

    private final NotificationQueries notifications;
    private final Tenants tenants;

    NotificationChannel(NotificationQueries notifications, Tenants tenants) {
        this.notifications = notifications;
        this.tenants = tenants;
    }

    static Audience audience(UUID tenant, UUID user) {
        return new Audience(PATH, tenant, user);
    }

    static SocketMessage message(NotificationView notification) {
        return new SocketMessage(notification.id(), TYPE, notification.createdAt(), notification);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Audience admit(Caller caller, Map<String, String> variables) {
        var user = variables.get("userId");
        if (!caller.id().toString().equalsIgnoreCase(user)) {
            throw BusinessException.notFound("user", user);
        }
        return audience(tenants.current(), caller.id());
    }

    @Override
    public List<SocketMessage> missed(Audience audience, UUID since, int limit) {
        return notifications.since(Objects.requireNonNull(audience.user()), since, limit).stream()
                .map(NotificationChannel::message)
                .toList();
    }
}
