package com.promode.aurora.gateway;

import static com.promode.aurora.gateway.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.auth.SessionEvent;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RevocationTests {

    private static final String ORDERS = "/api/orders";
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final UUID ENDED_BEFORE = UUID.randomUUID();

    @LocalServerPort
    private int port;

    private Client client = new Client(0);

    @BeforeAll
    static void endASessionBeforeTheStart() {
        TestKafka.send(SessionEvent.TOPIC, "odd", "SessionEnded", "no json".getBytes(StandardCharsets.UTF_8));
        TestKafka.send(SessionEvent.TOPIC, "odd", "AddedLater", "{}".getBytes(StandardCharsets.UTF_8));
        TestKafka.send(ended(ENDED_BEFORE, Instant.now()));
    }

    @BeforeEach
    void call() {
        client = new Client(port);
    }

    @Test
    void knowsWhatEndedBeforeItsStart() throws Exception {
        assertRefused(client.get(ORDERS, ofSession(ENDED_BEFORE)), 401, "UNAUTHENTICATED");
    }

    @Test
    void refusesATokenSoonAfterItsSessionHasEnded() throws Exception {
        var session = UUID.randomUUID();
        var token = ofSession(session);
        assertThat(client.get(ORDERS, token).statusCode()).isEqualTo(200);

        TestKafka.send(ended(session, Instant.now()));

        await().atMost(AT_MOST).untilAsserted(() -> assertRefused(client.get(ORDERS, token), 401, "UNAUTHENTICATED"));
        assertThat(client.get(ORDERS, ofSession(UUID.randomUUID())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatAUserWasGivenBeforeHeWasBlocked() throws Exception {
        var user = UUID.randomUUID();
        var block = Instant.now().minusSeconds(60);
        var before = issued(user, block);
        var after = issued(user, block.plusSeconds(1));
        assertThat(client.get(ORDERS, before).statusCode()).isEqualTo(200);

        TestKafka.send(blocked(user, block));
        TestKafka.send(blocked(user, block.minusSeconds(30)));

        await().atMost(AT_MOST).untilAsserted(() -> assertRefused(client.get(ORDERS, before), 401, "UNAUTHENTICATED"));
        assertThat(client.get(ORDERS, after).statusCode()).isEqualTo(200);
    }

    @Test
    void forgetsWhatNoTokenCanOutlive() throws Exception {
        var old = UUID.randomUUID();
        var fresh = UUID.randomUUID();
        TestKafka.send(ended(old, Instant.now().minus(Duration.ofHours(3))));
        TestKafka.send(ended(fresh, Instant.now()));

        await().atMost(AT_MOST).until(() -> client.get(ORDERS, ofSession(fresh)).statusCode() == 401);
        assertThat(client.get(ORDERS, ofSession(old)).statusCode()).isEqualTo(200);
    }

    private static SessionEnded ended(UUID session, Instant at) {
        return new SessionEnded(UUID.randomUUID(), at, new UUID(0, 0), session.toString());
    }

    private static UserBlocked blocked(UUID user, Instant until) {
        return new UserBlocked(UUID.randomUUID(), Instant.now(), user, until);
    }

    private static String ofSession(UUID session) {
        return Tokens.with(claims -> claims.claim("sid", session.toString()));
    }

    private static String issued(UUID user, Instant at) {
        return Tokens.with(claims -> claims.subject(user.toString()).issueTime(Date.from(at)));
    }
}
