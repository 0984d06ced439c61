package com.promode.aurora.notification.socket;

import com.promode.aurora.starter.security.Revocations;
import com.promode.aurora.starter.tenant.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/** The open sockets of this replica. */
@Component
public class Sockets {

    private final Map<Audience, Set<Socket>> open = new ConcurrentHashMap<>();
    /** When all clients come back at once, their replays must not starve the rest of connections. */
    private final Semaphore replays = new Semaphore(2);

    private final JsonMapper json;
    private final Tenants tenants;
    private final SocketProperties properties;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Revocations revocations;

    Sockets(
            JsonMapper json,
            Tenants tenants,
            SocketProperties properties,
            MeterRegistry meters,
            Clock clock,
            Revocations revocations) {
        this.json = json;
        this.tenants = tenants;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
        this.revocations = revocations;
    }

    /** Tells all sockets of an audience on this replica; never waits for a client. */
    public void tell(Audience audience, SocketMessage message) {
        var listeners = open.getOrDefault(audience, Set.of());
        if (listeners.isEmpty()) {
            return;
        }
        var frame = frame(message);
        for (var socket : listeners) {
            var outcome = socket.offer(frame) ? "aurora.sockets.pushed" : "aurora.sockets.dropped";
            meters.counter(outcome, "channel", audience.channel()).increment();
        }
        Timer.builder("aurora.sockets.delay")
                .description("From the time of the event to its hand-over to the sockets")
                .tag("channel", audience.channel())
                .publishPercentileHistogram()
                .register(meters)
                .record(Duration.between(message.occurredAt(), clock.instant()));
    }

    void add(Socket socket) {
        open.compute(socket.audience(), (ignored, present) -> {
            var sockets = present == null ? ConcurrentHashMap.<Socket>newKeySet() : present;
            sockets.add(socket);
            return sockets;
        });
    }

    void remove(Socket socket) {
        open.computeIfPresent(socket.audience(), (ignored, present) -> {
            present.remove(socket);
            return present.isEmpty() ? null : present;
        });
    }

    /** Ends the sockets that were opened by a token that is void by now. */
    void endVoid() {
        open.values().forEach(sockets -> sockets.forEach(this::endIfVoid));
    }

    void endIfVoid(Socket socket) {
        if (revocations.isVoid(socket.token())) {
            socket.end();
        }
    }

    int count(String channel) {
        return open.entrySet().stream()
                .filter(entry -> entry.getKey().channel().equals(channel))
                .mapToInt(entry -> entry.getValue().size())
                .sum();
    }

    /** What a channel has to say again. */
    List<Frame> missed(Channel channel, Audience audience, UUID since) throws InterruptedException {
        var frames = new ArrayList<Frame>();
        replays.acquire();
        try {
            tenants.run(audience.tenant(), () -> channel.missed(audience, since, properties.replayLimit()).stream()
                    .map(this::frame)
                    .forEach(frames::add));
        } finally {
            replays.release();
        }
        return frames;
    }

    private Frame frame(SocketMessage message) {
        return new Frame(message.id(), new TextMessage(json.writeValueAsString(message)));
    }
}
