package com.promode.aurora.notification.socket;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One open socket. A thread of its own writes all that leaves, so a slow client holds up nobody: who tells it something only
 * puts that into its queue, and when the queue is full the socket is given up.
 */
final class Socket implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Socket.class);
    /** Wakes the writer and is not written. */
    private static final Frame NEWS = new Frame(new UUID(0, 0), new TextMessage(""));

    private final WebSocketSession session;
    private final Admission admission;
    private final SocketProperties properties;
    private final Clock clock;
    private final Callable<List<Frame>> missed;
    private final BlockingQueue<Frame> queue;
    private final Set<UUID> replayed = new HashSet<>();
    private volatile boolean overrun;
    private volatile boolean ended;
    private volatile boolean heard = true;
    private volatile @Nullable Thread writer;
    private long nextPing;

    /**
     * @param missed brings what the client has asked to hear again, when the socket already hears what is new
     */
    Socket(
            WebSocketSession session,
            Admission admission,
            SocketProperties properties,
            Clock clock,
            Callable<List<Frame>> missed) {
        this.session = session;
        this.admission = admission;
        this.properties = properties;
        this.clock = clock;
        this.missed = missed;
        this.queue = new ArrayBlockingQueue<>(properties.sendBuffer());
    }

    /** What a caller was let in for, and by which token. */
    record Admission(Audience audience, Jwt token, @Nullable UUID since) {

        Instant expiresAt() {
            return Optional.ofNullable(token.getExpiresAt()).orElse(Instant.EPOCH); // the decoder lets no such token in
        }
    }

    Audience audience() {
        return admission.audience();
    }

    /** Hands over a message; false when the client is too slow to take it. */
    boolean offer(Frame frame) {
        if (!overrun && !queue.offer(frame)) {
            overrun = true;
        }
        return !overrun;
    }

    Jwt token() {
        return admission.token();
    }

    /** The token that opened it is good no more. */
    void end() {
        ended = true;
        queue.offer(NEWS); // a full queue has the writer awake
    }

    /** The client has answered a ping. */
    void pong() {
        heard = true;
    }

    void start() {
        writer = Thread.ofVirtual().name("socket-" + session.getId()).start(this);
    }

    /** The connection has ended, whoever ended it. */
    void stop() {
        if (writer != null) {
            writer.interrupt();
        }
    }

    @Override
    public void run() {
        try {
            close(talk());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed by the other side
        } catch (Exception e) {
            log.debug("Socket {} of {} failed", session.getId(), audience(), e);
            close(ended ? Closing.SESSION_ENDED : overrun ? Closing.TOO_SLOW : Closing.FAILED);
        }
    }

    private CloseStatus talk() throws Exception {
        replay();
        nextPing = System.nanoTime() + properties.heartbeat().toNanos();
        while (!overrun) {
            if (ended) {
                return Closing.SESSION_ENDED;
            }
            if (remaining().isNegative() || remaining().isZero()) {
                return Closing.TOKEN_EXPIRED;
            }
            if (nextPing - System.nanoTime() <= 0 && !ping()) {
                return Closing.NO_PONG;
            }
            var frame = queue.poll(Math.min(remaining().toNanos(), nextPing - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (frame != null && frame != NEWS && !replayed.contains(frame.id())) {
                session.sendMessage(frame.text());
            }
        }
        return Closing.TOO_SLOW;
    }

    private void replay() throws Exception {
        if (admission.since() == null) {
            return;
        }
        replayed.add(admission.since());
        for (var frame : missed.call()) {
            if (replayed.add(frame.id())) {
                session.sendMessage(frame.text());
            }
        }
    }

    private Duration remaining() {
        return Duration.between(clock.instant(), admission.expiresAt());
    }

    private boolean ping() throws IOException {
        if (!heard) {
            return false;
        }
        heard = false;
        session.sendMessage(new PingMessage());
        nextPing = System.nanoTime() + properties.heartbeat().toNanos();
        return true;
    }

    private void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException e) {
            log.debug("Socket {} was gone before it was closed", session.getId(), e);
        }
    }
}
