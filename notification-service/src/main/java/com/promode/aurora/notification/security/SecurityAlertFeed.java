package com.promode.aurora.notification.security;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.notification.alert.RecentAlerts;
import com.promode.aurora.notification.socket.SocketMessage;
import com.promode.aurora.notification.socket.Sockets;
import com.promode.aurora.starter.feed.Feed;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Passes security events on without waiting for the database. */
@Component
class SecurityAlertFeed implements Feed {

    private final RecentAlerts recent;
    private final Sockets sockets;

    SecurityAlertFeed(RecentAlerts recent, Sockets sockets) {
        this.recent = recent;
        this.sockets = sockets;
    }

    @Override
    public String topic() {
        return SecurityEvent.TOPIC;
    }

    @Override
    public Optional<String> storedBy() {
        return Optional.of(SecurityAlertListener.GROUP);
    }

    @Override
    public void pass(UUID tenant, IntegrationEvent event) {
        if (event instanceof SecurityEventRaised raised) {
            var audience = SecurityAlertChannel.audience(tenant);
            var message = new SocketMessage(
                    raised.eventId(), SecurityAlert.TYPE, raised.recordedAt(), SecurityAlert.of(raised));
            recent.add(audience, message); // before it is told: whoever opens a socket now finds it here or hears it
            sockets.tell(audience, message);
        }
    }
}
