package com.promode.aurora.notification.alert;

import com.promode.aurora.notification.socket.Audience;
import com.promode.aurora.notification.socket.SocketMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The last alerts of each channel that this replica has pushed. An alert is pushed before, or without, being stored: until it
 * is, this is where a socket that opens in between finds it.
 */
@Component
class RecentAlerts {

    private static final int KEPT = 1_000;

    private final Map<String, Deque<Alert>> channels = new HashMap<>();

    private record Alert(Audience audience, SocketMessage message) {}

    synchronized void add(Audience audience, SocketMessage message) {
        var alerts = channels.computeIfAbsent(audience.channel(), ignored -> new ArrayDeque<>());
        alerts.add(new Alert(audience, message));
        if (alerts.size() > KEPT) {
            alerts.remove();
        }
    }

    /** Those of the audience that came after an alert; if that is not here, those recorded after it. */
    synchronized List<SocketMessage> since(Audience audience, UUID since) {
        var all = channels.getOrDefault(audience.channel(), new ArrayDeque<>()).stream()
                .filter(alert -> alert.audience().equals(audience))
                .map(Alert::message)
                .toList();
        var known = all.stream().map(SocketMessage::id).toList().indexOf(since);
        return known >= 0
                ? all.subList(known + 1, all.size())
                : all.stream().filter(message -> isAfter(message.id(), since)).toList();
    }

    /** As PostgreSQL orders them; {@link UUID#compareTo} is signed. */
    private static boolean isAfter(UUID id, UUID since) {
        return id.toString().compareTo(since.toString()) > 0;
    }
}
