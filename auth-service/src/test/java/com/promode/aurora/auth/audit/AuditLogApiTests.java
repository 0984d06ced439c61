package com.promode.aurora.auth.audit;

import static com.promode.aurora.auth.audit.TestAudit.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.auth.TestOwner;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.ServiceTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import({TestAudit.class, TestOwner.class})
class AuditLogApiTests {

    private static final String PATH = "/api/admin/security/audit-logs";

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private TestAudit audit;

    @Autowired
    private TestOwner owner;

    @Autowired
    private Api api;

    @Test
    void keepsWhatAServiceRecorded() {
        var event = changed(UUID.randomUUID(), UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        audit.send(tenant, event);
        audit.awaitRows(tenant, 1);
        var row = auditor().get(PATH).ok().get(0);
        assertThat(row.propertyNames())
                .containsExactly(
                        "id",
                        "userId",
                        "action",
                        "resourceType",
                        "resourceId",
                        "oldValues",
                        "newValues",
                        "ipAddress",
                        "userAgent",
                        "createdAt");
        assertThat(row.path("userId").asString()).isEqualTo(String.valueOf(event.userId()));
        assertThat(row.path("action").asString()).isEqualTo("product.update");
        assertThat(row.path("resourceId").asString()).isEqualTo(String.valueOf(event.resourceId()));
        assertThat(row.path("oldValues").toString()).contains("\"price\":23.50", "\"description\":null");
        assertThat(row.at("/newValues/name").asString()).isEqualTo("Mangue \u0939 \uD83E\uDD6D");
        assertThat(row.path("ipAddress").asString()).isEqualTo("203.0.113.7");
        assertThat(row.path("createdAt").asString())
                .isEqualTo(event.recordedAt().toString());
    }

    @Test
    void anEventThatComesTwiceIsOneRow() {
        var resource = UUID.randomUUID();
        var first = changed(UUID.randomUUID(), resource, Instant.now());
        audit.send(tenant, first);
        audit.send(tenant, first);
        audit.send(tenant, changed(UUID.randomUUID(), resource, Instant.now())); // of the same key, so it comes last
        audit.awaitRows(tenant, 2);
        assertThat(auditor().get(PATH).ok().size()).isEqualTo(2);
    }

    @Test
    void filtersByUserActionResourceAndTime() {
        var user = UUID.randomUUID();
        var resource = UUID.randomUUID();
        var early = Instant.parse("2026-11-01T10:00:00Z");
        audit.send(tenant, changed(user, resource, early));
        audit.send(tenant, changed(user, UUID.randomUUID(), early.plusSeconds(60)));
        audit.send(tenant, changed(UUID.randomUUID(), resource, early.plusSeconds(120)));
        audit.awaitRows(tenant, 3);
        assertThat(times("?userId=" + user)).containsExactly(early.plusSeconds(60), early);
        assertThat(times("?resourceId=" + resource + "&resourceType=product&sort=createdAt"))
                .containsExactly(early, early.plusSeconds(120));
        assertThat(times("?action=product.update&createdAt%5Bgte%5D=2026-11-01T15:31:00%2B05:30"))
                .containsExactly(early.plusSeconds(120), early.plusSeconds(60));
        assertThat(times("?createdAt%5Blte%5D=" + early)).containsExactly(early);
        assertThat(times("?action=product.delete")).isEmpty();
        assertThat(times("?resourceType=lot")).isEmpty();
    }

    @Test
    void goesOnFromACursorEitherWay() {
        audit.record(tenant, 5);
        for (var sort : List.of("createdAt", "-createdAt")) {
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var answer =
                        auditor().get(PATH + "?limit=2&sort=" + sort + cursor).expect(200);
                answer.ok().forEach(row -> seen.add(row.path("id").asString()));
                var next = answer.meta().path("nextCursor");
                cursor = next.isNull() ? "" : "&cursor=" + next.asString();
            } while (!cursor.isEmpty());
            assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        }
        assertThat(auditor()
                        .get(PATH + "?limit=1&total=true")
                        .meta()
                        .path("total")
                        .asInt())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?userId=me",
                "?nothing=1",
                "?sort=action",
                "?createdAt%5Bgte%5D=yesterday",
                "?cursor=abc",
                "?limit=201",
                "/verify?limit=0",
                "/verify?limit=100001",
                "/verify?cursor=-1",
                "/verify?cursor=x"
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        auditor().get(PATH + query).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void isReadByThoseAloneWhoMay() {
        audit.record(tenant, 1);
        assertThat(api.as("security:read")
                        .tenant(UUID.randomUUID())
                        .get(PATH)
                        .ok()
                        .isEmpty())
                .isTrue();
        for (var path : List.of(PATH, PATH + "/verify")) {
            api.get(path).expect(401, "UNAUTHENTICATED");
            api.as("security:write", "users:read").tenant(tenant).get(path).expect(403, "FORBIDDEN");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET action = 'x'",
                "DELETE FROM audit_log",
                "TRUNCATE audit_log",
                "UPDATE audit_chains SET dropped_position = 1",
                "DELETE FROM audit_chains"
            })
    void theServicesRoleMayNotChangeIt(String sql) {
        assertThatThrownBy(() -> owner.as(tenant, jdbc -> jdbc.sql(sql).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void notEvenTheOwnerChangesItUnlessHeMeansTo() {
        audit.record(tenant, 1);
        assertThatThrownBy(() -> owner.sql()
                        .sql("DELETE FROM audit_log WHERE tenant_id = ?")
                        .param(tenant)
                        .update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    private Api auditor() {
        return api.as("security:read").tenant(tenant);
    }

    private List<Instant> times(String query) {
        return auditor()
                .get(PATH + query)
                .ok()
                .valueStream()
                .map(AuditLogApiTests::time)
                .toList();
    }

    private static Instant time(JsonNode row) {
        return Instant.parse(row.path("createdAt").asString());
    }
}
