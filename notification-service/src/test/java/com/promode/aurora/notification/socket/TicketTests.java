package com.promode.aurora.notification.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.util.Base64URL;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.notification.TestSocket;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
@Import(TestPeople.class)
class TicketTests {

    private static final String SECRET = "only-for-tests-only-for-tests-only-for-tests";
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final UUID tenant = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final String session = UUID.randomUUID().toString();

    @Autowired
    private Api api;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private Events events;

    @Autowired
    private Tickets tickets;

    @Autowired
    private JdbcClient jdbc;

    private String alerts = "";
    private String token = "";

    @BeforeEach
    void prepare() {
        alerts = api.url() + "/ws/inventory/alerts";
        token = tokens.sign(tokens.claims(tenant, user, List.of("stock:read"))
                .claim("sid", session)
                .build());
    }

    @Test
    void opensASocketOnce() {
        var ticket = ticket(SECRET, token, LIFE);
        try (var socket = TestSocket.open(alerts + "?ticket=" + ticket, with -> with)) {
            var low = TestPeople.low();
            events.send(tenant, low);
            assertThat(socket.hear(1).getFirst().path("id").asString())
                    .isEqualTo(low.eventId().toString());
            assertThat(refusal(ticket)).isEqualTo(401);
        }
    }

    @Test
    void opensOneSocketThoughManyAskAtOnce() {
        var ticket = ticket(SECRET, token, LIFE);
        var redeemed = IntStream.range(0, 8)
                .mapToObj(one -> CompletableFuture.supplyAsync(() -> tickets.redeem(ticket)))
                .toList();
        assertThat(redeemed.stream().map(CompletableFuture::join).filter(java.util.Optional::isPresent))
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNoGoodTicket() {
        assertThat(refusal("nonsense")).isEqualTo(401);
        assertThat(refusal(token)).isEqualTo(401);
        assertThat(refusal(ticket(SECRET, token, Duration.ofSeconds(-1)))).isEqualTo(401);
        assertThat(refusal(ticket("another secret another secret another", token, LIFE)))
                .isEqualTo(401);
        var good = ticket(SECRET, token, LIFE);
        assertThat(refusal(good.substring(0, good.length() - 4) + "AAAA")).isEqualTo(401);
    }

    @Test
    void isNoBetterThanTheTokenInIt() {
        var parts = token.split("\\.");
        assertThat(refusal(ticket(SECRET, parts[0] + "." + parts[1] + ".AAAA", LIFE)))
                .isEqualTo(401);
        var none = tokens.token(tenant, user, List.of("orders:own"));
        assertThat(refusal(ticket(SECRET, none, LIFE))).isEqualTo(403);
    }

    @Test
    void opensNothingButSockets() {
        var ticket = ticket(SECRET, token, LIFE);
        api.get("/api/notifications?ticket=" + ticket).expect(401, "UNAUTHENTICATED");
        TestSocket.open(alerts + "?ticket=" + ticket, with -> with).close(); // it has not been used up
    }

    @Test
    void theSocketEndsWithTheSessionBehindTheTicket() {
        var socket = TestSocket.open(alerts + "?ticket=" + ticket(SECRET, token, LIFE), with -> with);
        events.send(tenant, new SessionEnded(Ids.next(), Instant.now(), user, session));
        assertThat(socket.closeCode()).isEqualTo(4403);
        assertThat(refusal(ticket(SECRET, token, LIFE))).isEqualTo(401);
    }

    @Test
    void forgetsWhatHasLongExpired() {
        tickets.redeem(ticket(SECRET, token, LIFE));
        var before = count();
        assertThat(before).isPositive();
        tickets.forget();
        assertThat(count()).isEqualTo(before);
    }

    private int count() {
        return jdbc.sql("SELECT count(*) FROM redeemed_tickets")
                .query(Integer.class)
                .single();
    }

    private int refusal(String ticket) {
        return TestSocket.refusal(alerts + "?ticket=" + ticket, with -> with);
    }

    /** As auth-service makes one. */
    private static String ticket(String secret, String token, Duration life) {
        var parts = token.split("\\.");
        var ticket = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                        .compressionAlgorithm(CompressionAlgorithm.DEF)
                        .build(),
                new Payload(Map.of(
                        "jti", UUID.randomUUID().toString(),
                        "exp", Instant.now().plus(life).toEpochMilli(),
                        "header", parts[0],
                        "payload", new Base64URL(parts[1]).decodeToString(),
                        "signature", parts[2])));
        try {
            ticket.encrypt(new DirectEncrypter(
                    MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8))));
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return ticket.serialize();
    }
}
