package com.promode.aurora.starter.audit;

import static com.promode.aurora.starter.shelf.Bodies.name;
import static com.promode.aurora.starter.shelf.Bodies.shelf;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.AuditEvent;
import com.promode.aurora.starter.shelf.Bodies;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.Parts;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShelfTest
class AuditTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final UUID tenant = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final JsonMapper json = new JsonMapper();
    private final Client client;

    AuditTests(Client all) {
        this.client = all.as(tenant, user)
                .header("User-Agent", "auditor/1.0")
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
    }

    @Test
    void tellsWhoChangedWhatAndFromWhere() {
        var path = client.post("/api/shelves", shelf("old name")).expect(201).header("Location");
        client.put(path, shelf("new name")).expect(200);
        var changed = recorded().getLast();
        assertThat(changed.path("action").asString()).isEqualTo("shelf.update");
        assertThat(changed.path("resourceType").asString()).isEqualTo("shelf");
        assertThat(path).endsWith(changed.path("resourceId").asString());
        assertThat(changed.path("userId").asString()).isEqualTo(user.toString());
        assertThat(changed.at("/oldValues/name").asString()).isEqualTo("old name");
        assertThat(changed.at("/newValues/name").asString()).isEqualTo("new name");
        assertThat(changed.path("ipAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(changed.path("userAgent").asString()).isEqualTo("auditor/1.0");
        assertThat(changed.path("traceId").asString()).isEqualTo(TRACE);
    }

    @Test
    void creationHasNoOldValues() {
        client.post("/api/shelves", shelf("first")).expect(201);
        var created = recorded().getLast();
        assertThat(created.path("action").asString()).isEqualTo("shelf.create");
        assertThat(created.path("oldValues").isNull()).isTrue();
        assertThat(created.at("/newValues/name").asString()).isEqualTo("first");
    }

    @Test
    void aBatchIsOneCommand() {
        client.post("/api/shelves", Bodies.shelves(3)).expect(201);
        assertThat(recorded()).hasSize(1);
        assertThat(recorded().getFirst().path("resourceId").isNull()).isTrue();
        assertThat(recorded().getFirst().at("/newValues/ids").size()).isEqualTo(3);
    }

    @Test
    void whatIsRefusedIsNotRecorded() {
        client.post("/api/shelves", shelf("taken")).expect(201);
        client.post("/api/shelves", shelf("taken")).expect(409);
        client.header("Idempotency-Key", name())
                .post(
                        "/api/shelves?atomic=false",
                        "[" + shelf("taken") + "," + shelf("ugly") + "," + shelf("free") + "]")
                .expect(207);
        assertThat(recorded()).hasSize(2);
    }

    /** Wherever the relay has them by now. */
    private List<JsonNode> recorded() {
        return Parts.database("inventory_service")
                .queryForList("""
                SELECT payload FROM (SELECT seq, topic, headers, payload FROM outbox
                    UNION ALL SELECT seq, topic, headers, payload FROM outbox_sent)
                WHERE topic = ? AND headers ->> 'ce_tenantid' = ? ORDER BY seq
                """, String.class, AuditEvent.TOPIC, tenant.toString())
                .stream()
                .map(json::readTree)
                .toList();
    }
}
