package com.promode.aurora.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.auth.SessionEvent;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.starter.feed.FeedReader;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.Sender;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

@ShelfTest
class RevocationTests {

    private final UUID user = UUID.randomUUID();
    private final Client client;
    private final Sender sender;
    private final FeedReader feeds;

    RevocationTests(Client client, Sender sender, FeedReader feeds) {
        this.client = client;
        this.sender = sender;
        this.feeds = feeds;
    }

    @Test
    void aServiceTakesRequestsWhenItKnowsWhatIsVoid() {
        assertThat(feeds.isFollowing(SessionEvent.TOPIC)).isTrue();
    }

    @Test
    void refusesATokenOfAnEndedSessionAndNoOther() {
        var ended = token("ended-" + user, Instant.now());
        var other = token("other-" + user, Instant.now());
        client.token(ended).get("/api/shelves").expect(200);
        sender.send(Client.PROMODE, ended("ended-" + user, Instant.now()));
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> client.token(ended).get("/api/shelves").status() == 401);
        client.token(ended).get("/api/shelves").expect(401, "UNAUTHENTICATED");
        client.token(ended).get("/api/trouble/public").expect(200);
        client.token(other).get("/api/shelves").expect(200);
    }

    @Test
    void refusesWhatABlockedUserHeldAndTakesWhatHeIsGivenLater() {
        var now = Instant.now();
        var held = token("before", now.minusSeconds(10));
        var later = token("after", now.minusSeconds(5));
        client.token(held).get("/api/shelves").expect(200);
        sender.send(Client.PROMODE, blocked(now.minusSeconds(7), now));
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> client.token(held).get("/api/shelves").status() == 401);
        client.token(later).get("/api/shelves").expect(200);
    }

    @Test
    void theLatestBlockCounts() {
        var now = Instant.parse("2026-03-01T10:00:00Z");
        var revocations = at(now);
        revocations.pass(Client.PROMODE, blocked(now.minusSeconds(10), now));
        revocations.pass(Client.PROMODE, blocked(now.minusSeconds(20), now)); // delivered out of order
        assertThat(revocations.isVoid(jwt(now.minusSeconds(15)))).isTrue();
        assertThat(revocations.isVoid(jwt(now.minusSeconds(10)))).isTrue();
        assertThat(revocations.isVoid(jwt(now.minusSeconds(9)))).isFalse();
        assertThat(revocations.isVoid(jwt(null))).isTrue();
    }

    @Test
    void forgetsAfterTwoHours() {
        var now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
        var revocations = new Revocations(new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        });
        revocations.pass(Client.PROMODE, ended("long ago", now.get().minus(Duration.ofHours(3))));
        assertThat(revocations.size()).isZero();
        revocations.pass(Client.PROMODE, ended("one", now.get()));
        revocations.pass(Client.PROMODE, blocked(now.get(), now.get()));
        now.set(now.get().plus(Duration.ofMinutes(119)));
        revocations.pass(Client.PROMODE, ended("two", now.get()));
        assertThat(revocations.size()).isEqualTo(3);
        now.set(now.get().plus(Duration.ofMinutes(2)));
        revocations.pass(Client.PROMODE, ended("three", now.get()));
        assertThat(revocations.size()).isEqualTo(2);
    }

    private static Revocations at(Instant now) {
        return new Revocations(Clock.fixed(now, ZoneOffset.UTC));
    }

    private SessionEnded ended(String session, Instant recordedAt) {
        return new SessionEnded(Ids.next(), recordedAt, user, session);
    }

    private UserBlocked blocked(Instant tokensUntil, Instant recordedAt) {
        return new UserBlocked(Ids.next(), recordedAt, user, tokensUntil);
    }

    private Jwt jwt(@Nullable Instant issued) {
        return new Jwt(
                "token",
                issued,
                Instant.parse("2026-03-01T11:00:00Z"),
                Map.of("alg", "RS256"),
                Map.of("sub", user.toString()));
    }

    private String token(String session, Instant issued) {
        return Client.tokens()
                .sign(Client.tokens()
                        .claims(Client.PROMODE, user, List.of("shelves:read"))
                        .issueTime(Date.from(issued))
                        .claim("sid", session)
                        .build());
    }
}
