package com.promode.aurora.notification.notification;

import com.promode.aurora.contracts.notification.NotificationEvent;
import com.promode.aurora.contracts.notification.NotificationEvent.NotificationCreated;
import com.promode.aurora.notification.socket.Sockets;
import com.promode.aurora.starter.feed.Feed;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Passes each user his notifications, once they are stored. */
@Component
class NotificationFeed implements Feed<NotificationCreated> {

    private final Sockets sockets;

    NotificationFeed(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public String topic() {
        return NotificationEvent.TOPIC;
    }

    @Override
    public Class<NotificationCreated> type() {
        return NotificationCreated.class;
    }

    @Override
    public void pass(UUID tenant, NotificationCreated created) {
        for (var recipient : created.recipients()) {
            sockets.tell(
                    NotificationChannel.audience(tenant, recipient.userId()),
                    NotificationChannel.message(NotificationView.of(created, recipient)));
        }
    }
}
