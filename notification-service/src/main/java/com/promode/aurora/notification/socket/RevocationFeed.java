package com.promode.aurora.notification.socket;

import com.promode.aurora.contracts.auth.SessionEvent;
import com.promode.aurora.starter.feed.Feed;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closes sockets whose token has become void, which is known by the time that this feed is passed the news. */
@Component
class RevocationFeed implements Feed<SessionEvent> {

    private final Sockets sockets;

    RevocationFeed(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public String topic() {
        return SessionEvent.TOPIC;
    }

    @Override
    public Class<SessionEvent> type() {
        return SessionEvent.class;
    }

    @Override
    public void pass(UUID tenant, SessionEvent event) {
        sockets.endVoid();
    }
}
