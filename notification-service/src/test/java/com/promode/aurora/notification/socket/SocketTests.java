package com.promode.aurora.notification.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.notification.socket.Socket.Admission;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;

class SocketTests {

    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void givesUpAClientThatIsTooSlow() throws Exception {
        var client = new TestSession(false);
        var socket = socket(client, NEVER, NEVER, null, List::of);
        socket.start();
        var taken = 0;
        while (socket.offer(frame("message " + taken))) {
            taken++;
        }
        assertThat(taken).isBetween(3, 4); // as many as wait, and perhaps the one that is being written
        assertThat(socket.offer(frame("too late"))).isFalse();
        client.reading.countDown();
        assertThat(code(client)).isEqualTo(Closing.TOO_SLOW);
        assertThat(client.sent).doesNotContain("too late");
    }

    @Test
    void writesInOrder() {
        var client = new TestSession(true);
        var socket = socket(client, NEVER, NEVER, null, List::of);
        socket.start();
        for (var number = 0; number < 50; number++) {
            var text = String.valueOf(number);
            assertThat(socket.offer(frame(text))).isTrue();
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> client.sent.contains(text));
        }
        assertThat(client.sent).hasSize(50).startsWith("0", "1", "2").endsWith("49");
        socket.stop();
    }

    @Test
    void saysNothingTwiceAfterAReplay() {
        var client = new TestSession(true);
        var since = UUID.randomUUID();
        var missed = frame("missed");
        var both = frame("missed and heard");
        var socket = socket(client, NEVER, NEVER, since, () -> List.of(missed, both, both));
        socket.offer(new Frame(since, new TextMessage("known")));
        socket.offer(both);
        socket.offer(frame("new"));
        socket.start();
        await().until(() -> client.sent.contains("new"));
        assertThat(client.sent).containsExactly("missed", "missed and heard", "new");
        socket.stop();
    }

    @Test
    void closesWhenItsTokenExpires() throws Exception {
        var client = new TestSession(true);
        socket(client, NEVER, Duration.ofMillis(50), null, List::of).start();
        assertThat(code(client)).isEqualTo(Closing.TOKEN_EXPIRED);
    }

    @Test
    void closesAtOnceWhenItsSessionEnds() throws Exception {
        var client = new TestSession(true);
        var socket = socket(client, NEVER, NEVER, null, List::of);
        socket.start();
        socket.end();
        assertThat(code(client)).isEqualTo(Closing.SESSION_ENDED);
        assertThat(client.sent).isEmpty();
    }

    @Test
    void closesWhenItsSessionEndsThoughTheClientIsSlow() throws Exception {
        var client = new TestSession(false);
        var socket = socket(client, NEVER, NEVER, null, List::of);
        socket.start();
        for (var number = 0; number < 3; number++) {
            socket.offer(frame("message " + number));
        }
        socket.end();
        client.reading.countDown();
        assertThat(code(client)).isEqualTo(Closing.SESSION_ENDED);
    }

    @Test
    void closesWhenPingsAreNotAnswered() throws Exception {
        var client = new TestSession(true);
        socket(client, Duration.ofMillis(20), NEVER, null, List::of).start();
        assertThat(code(client)).isEqualTo(Closing.NO_PONG);
        assertThat(client.sent).hasSize(1).first().isInstanceOf(ByteBuffer.class);
    }

    @Test
    void staysOpenWhilePingsAreAnswered() {
        var client = new TestSession(true);
        var socket = socket(client, Duration.ofMillis(100), NEVER, null, List::of);
        socket.start();
        await().pollInterval(Duration.ofMillis(5)).until(() -> {
            socket.pong();
            return client.sent.size() >= 5;
        });
        assertThat(client.closed).isNotDone();
        socket.stop();
    }

    @Test
    void closesWhenItCanNotReplay() throws Exception {
        var client = new TestSession(true);
        socket(client, NEVER, NEVER, UUID.randomUUID(), () -> {
                    throw new IllegalStateException("no database");
                })
                .start();
        assertThat(code(client)).isEqualTo(Closing.FAILED);
    }

    private static Socket socket(
            TestSession client,
            Duration heartbeat,
            Duration tokenLife,
            @Nullable UUID since,
            Callable<List<Frame>> missed) {
        var audience = new Audience("/ws/test", UUID.randomUUID(), null);
        var properties = new SocketProperties(List.of(), heartbeat, Duration.ofSeconds(5), 3, 1_000);
        var admission = new Admission(audience, token(tokenLife), since);
        return new Socket(client.session(), admission, properties, Clock.systemUTC(), missed);
    }

    private static Jwt token(Duration life) {
        return new Jwt("token", null, Instant.now().plus(life), Map.of("alg", "RS256"), Map.of("sub", "somebody"));
    }

    private static Frame frame(String text) {
        return new Frame(UUID.randomUUID(), new TextMessage(text));
    }

    private static CloseStatus code(TestSession client) throws Exception {
        return client.closed.get(10, TimeUnit.SECONDS);
    }
}
