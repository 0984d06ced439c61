package com.promode.aurora.notification.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.notification.TestSocket;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@Import(TestPeople.class)
@TestPropertySource(
        properties = {"aurora.socket.allowed-origins=https://portal.example", "aurora.socket.heartbeat=200ms"})
class HandshakeTests {

    private final UUID tenant = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @Autowired
    private Api api;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Events events;

    private String alerts = "";
    private String token = "";

    @BeforeEach
    void prepare() {
        alerts = api.url() + "/ws/inventory/alerts";
        token = tokens.token(tenant, user, List.of("stock:read"));
    }

    @Test
    void needsAToken() {
        assertThat(TestSocket.refusal(alerts, with -> with)).isEqualTo(401);
        assertThat(TestSocket.refusal(alerts, bearer("nonsense"))).isEqualTo(401);
        assertThat(TestSocket.refusal(alerts, with -> with.subprotocols("aurora.v1", "bearer.nonsense")))
                .isEqualTo(401);
        var over = tokens.sign(tokens.claims(tenant, user, List.of("stock:read"))
                .expirationTime(Date.from(Instant.now().minusSeconds(120)))
                .build());
        assertThat(TestSocket.refusal(alerts, bearer(over))).isEqualTo(401);
        assertThat(TestSocket.refusal(api.url() + "/ws/unknown", with -> with)).isEqualTo(401);
    }

    @Test
    void needsThePermission() {
        var other = tokens.token(tenant, user, List.of("orders:own"));
        assertThat(TestSocket.refusal(alerts, bearer(other))).isEqualTo(403);
        assertThat(api.header("Authorization", "Bearer " + other)
                        .get("/ws/inventory/alerts")
                        .expect(403, "FORBIDDEN")
                        .error()
                        .path("message")
                        .asString())
                .contains("stock:read");
    }

    @Test
    void takesTheTokenOfABrowserAndAnswersTheProtocolAlone() {
        try (var socket = TestSocket.open(alerts, with -> with.subprotocols("aurora.v1", "bearer." + token))) {
            assertThat(socket.protocol()).isEqualTo("aurora.v1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1"})
    void refusesForeignPages(String origin) {
        api.header("Origin", origin)
                .header("Authorization", "Bearer " + token)
                .get("/ws/inventory/alerts")
                .expect(403, "FORBIDDEN");
    }

    @Test
    void letsOurPagesIn() {
        TestSocket.open(alerts, with -> bearer(token).apply(with).header("Origin", "https://portal.example"))
                .close();
        TestSocket.open(alerts, with -> bearer(token).apply(with).header("Origin", api.url()))
                .close();
    }

    @Test
    void refusesASinceThatIsNoId() {
        TestSocket.open(alerts, token).close(); // it follows the events by now
        assertThat(TestSocket.refusal(alerts + "?since=yesterday", bearer(token)))
                .isEqualTo(400);
    }

    @Test
    void closesWhenTheTokenExpires() {
        var brief = tokens.sign(tokens.claims(tenant, user, List.of("stock:read"))
                .expirationTime(Date.from(Instant.now().plusSeconds(3)))
                .build());
        assertThat(TestSocket.open(alerts, brief).closeCode()).isEqualTo(4401);
    }

    @Test
    void closesWhenItsSessionEndsAndLetsItInNoMore() {
        var session = UUID.randomUUID().toString();
        var signedIn = tokens.sign(tokens.claims(tenant, user, List.of("stock:read"))
                .claim("sid", session)
                .build());
        try (var other = TestSocket.open(alerts, token)) {
            var socket = TestSocket.open(alerts, signedIn);
            events.send(tenant, new SessionEnded(Ids.next(), Instant.now(), user, session));
            assertThat(socket.closeCode()).isEqualTo(4403);
            assertThat(TestSocket.refusal(alerts, bearer(signedIn))).isEqualTo(401);
            other.ping(2); // the same user's other session goes on
        }
    }

    @Test
    void closesAllSocketsOfABlockedUser() {
        var socket = TestSocket.open(alerts, token);
        events.send(tenant, new UserBlocked(Ids.next(), Instant.now(), user, Instant.now()));
        assertThat(socket.closeCode()).isEqualTo(4403);
        assertThat(TestSocket.refusal(alerts, bearer(token))).isEqualTo(401);
    }

    @Test
    void takesNoMessages() {
        var socket = TestSocket.open(alerts, token);
        socket.say("hello");
        assertThat(socket.closeCode()).isEqualTo(1003);
    }

    @Test
    void takesNoLargeMessagesEither() {
        var socket = TestSocket.open(alerts, token);
        socket.say("x".repeat(2_000));
        assertThat(socket.closeCode()).isEqualTo(1009);
    }

    @Test
    void staysOpenWhileItAnswersPings() {
        try (var socket = TestSocket.open(alerts, token)) {
            socket.ping(5);
            var low = TestPeople.low();
            events.send(tenant, low);
            assertThat(socket.hear(1).getFirst().path("id").asString())
                    .isEqualTo(low.eventId().toString());
        }
    }

    private static UnaryOperator<WebSocket.Builder> bearer(String token) {
        return with -> with.header("Authorization", "Bearer " + token);
    }
}
