package com.promode.aurora.starter.denial;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.Parts;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShelfTest
class DenialTests {

    private static final int POOL = 5;
    private static final String TROUBLE = "/api/trouble/unprotected";

    private final UUID tenant = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final JsonMapper json = new JsonMapper();
    private final Client client;
    private final Client all;
    private final DataSource database;

    DenialTests(Client all, DataSource database) {
        this.all = all;
        this.client = all.as(tenant, user).header("User-Agent", "prober/1.0");
        this.database = database;
    }

    @Test
    void tellsWhoWasRefusedWhat() {
        client.get(TROUBLE + "?secret=1").expect(403, "FORBIDDEN");
        var told = awaitTold(1).getFirst();
        assertThat(told.path("userId").asString()).isEqualTo(user.toString());
        assertThat(told.path("service").asString()).isEqualTo("inventory-service");
        assertThat(told.path("method").asString()).isEqualTo("GET");
        assertThat(told.path("path").asString()).isEqualTo(TROUBLE);
        assertThat(told.path("ipAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(told.path("userAgent").asString()).isEqualTo("prober/1.0");
    }

    @Test
    void tellsOfARefusalBeforeTheBodyIsRead() {
        var token = Client.tokens()
                .sign(Client.tokens().claims(tenant, user, List.of()).build());
        client.token(token).post("/api/shelves", "nonsense").expect(403);
        assertThat(awaitTold(1).getFirst().path("method").asString()).isEqualTo("POST");
    }

    @Test
    void tellsOfNothingElse() {
        client.get("/api/shelves").expect(200);
        client.get("/api/no/such/path").expect(404);
        client.post("/api/shelves", "nonsense").expect(400);
        all.token("").get(TROUBLE).expect(401);
        client.get(TROUBLE).expect(403);
        assertThat(awaitTold(1)).hasSize(1);
    }

    @Test
    void oneUserCanNotFillTheOutbox() {
        for (var time = 0; time < 50; time++) {
            client.get(TROUBLE).expect(403);
        }
        var last = all.as(tenant, UUID.randomUUID());
        last.get(TROUBLE).expect(403);
        Awaitility.await().until(() -> told().stream()
                .anyMatch(event -> !event.path("userId").asString().equals(user.toString())));
        assertThat(told()).hasSizeBetween(21, 41); // the minute may have turned
    }

    @Test
    void isAnsweredThoughTheDatabaseIsDown() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (int connection = 0; connection < POOL; connection++) {
                taken.add(database.getConnection());
            }
            var before = Instant.now();
            client.get(TROUBLE).expect(403, "FORBIDDEN");
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        awaitTold(1);
    }

    @Test
    void countsByMinuteAndUser() {
        var limit = new DenialLimit(2);
        var now = Instant.parse("2026-11-20T10:00:30Z");
        assertThat(limit.allows(user, now)).isTrue();
        assertThat(limit.allows(user, now)).isTrue();
        assertThat(limit.allows(user, now)).isFalse();
        assertThat(limit.allows(tenant, now)).isTrue();
        assertThat(limit.allows(user, now.plusSeconds(30))).isTrue();
        assertThat(new DenialLimit(0).allows(user, now)).isFalse();
    }

    private List<JsonNode> awaitTold(int number) {
        Awaitility.await().until(() -> told().size() >= number);
        return told();
    }

    /** Wherever the relay has them by now. */
    private List<JsonNode> told() {
        return Parts.database("inventory_service")
                .queryForList("""
                SELECT payload FROM (SELECT seq, topic, headers, payload FROM outbox
                    UNION ALL SELECT seq, topic, headers, payload FROM outbox_sent)
                WHERE topic = ? AND headers ->> 'ce_tenantid' = ? ORDER BY seq
                """, String.class, SecurityEvent.TOPIC, tenant.toString())
                .stream()
                .map(json::readTree)
                .toList();
    }
}
