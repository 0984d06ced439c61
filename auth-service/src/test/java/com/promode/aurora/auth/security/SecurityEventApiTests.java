package com.promode.aurora.auth.security;

import static com.promode.aurora.auth.security.TestSecurity.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.auth.TestOwner;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import({TestSecurity.class, TestOwner.class})
class SecurityEventApiTests {

    private static final String THREATS = "/api/admin/security/threats";

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private TestSecurity security;

    @Autowired
    private TestOwner owner;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Test
    void takesAReportByHand() {
        var answer = officer().post(PATH, breach("critical")).expect(201);
        var event = answer.ok();
        assertThat(event.propertyNames())
                .containsExactly(
                        "id",
                        "eventType",
                        "severity",
                        "userId",
                        "ipAddress",
                        "userAgent",
                        "description",
                        "status",
                        "note",
                        "resolvedBy",
                        "resolvedAt",
                        "createdAt");
        assertThat(event.path("eventType").asString()).isEqualTo("data_breach");
        assertThat(event.path("status").asString()).isEqualTo("open");
        assertThat(event.path("ipAddress").asString()).isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(answer.header("Location")).isEqualTo(PATH + "/" + answer.id());
        var told = events.expect(
                SecurityEventRaised.class, raised -> raised.securityEventId().equals(answer.id()));
        assertThat(told.severity()).isEqualTo("critical");
        events.expect(
                AuditRecorded.class,
                audit ->
                        answer.id().equals(audit.resourceId()) && audit.action().equals("security_event.create"));
    }

    @ParameterizedTest
    @CsvSource({
        "eventType, theft",
        "eventType, ",
        "severity, huge",
        "severity, ",
        "description, ''",
        "description, ",
        "ipAddress, somewhere",
        "userId, me",
        "status, resolved"
    })
    void refusesAReportThatIsNotOne(String field, String value) {
        var report = new HashMap<String, Object>(breach("high"));
        report.put(field, value);
        assertThat(officer()
                        .post(PATH, report)
                        .expect(400)
                        .error()
                        .path("details")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo(field);
    }

    @Test
    void refusesAReportAboutNobody() {
        var report = new HashMap<String, Object>(breach("high"));
        report.put("userId", UUID.randomUUID());
        officer().post(PATH, report).expect(404, "NOT_FOUND");
    }

    @Test
    void goesFromOpenToInvestigatingToResolved() {
        var id = officer().post(PATH, breach("high")).id();
        var investigating = resolve(id, "investigating", "Looking into it").ok();
        assertThat(investigating.path("status").asString()).isEqualTo("investigating");
        assertThat(investigating.path("resolvedAt").isNull()).isTrue();
        var resolved = resolve(id, "resolved", "Laptop found").ok();
        assertThat(resolved.path("status").asString()).isEqualTo("resolved");
        assertThat(resolved.path("note").asString()).isEqualTo("Laptop found");
        assertThat(resolved.path("resolvedBy").asString()).isNotEmpty();
        assertThat(resolved.path("resolvedAt").asString()).endsWith("Z");
        var audit = events.expect(
                AuditRecorded.class,
                recorded -> id.equals(recorded.resourceId())
                        && String.valueOf(recorded.newValues()).contains("Laptop found"));
        assertThat(audit.action()).isEqualTo("security_event.resolve");
        assertThat(audit.oldValues()).containsEntry("status", "investigating");
    }

    @ParameterizedTest
    @CsvSource({
        "resolved, investigating",
        "resolved, resolved",
        "resolved, false_positive",
        "false_positive, resolved",
        "investigating, investigating"
    })
    void refusesAMoveThatThereIsNot(String first, String second) {
        var id = officer().post(PATH, breach("low")).id();
        resolve(id, first, "so").expect(200);
        var refused = resolve(id, second, "so").expect(409, "INVALID_TRANSITION");
        assertThat(refused.error().path("message").asString()).contains(first, "allowed");
    }

    @Test
    void refusesAResolutionThatIsNotOne() {
        var id = officer().post(PATH, breach("low")).id();
        for (var body : List.of(
                "{}", "{\"status\":\"open\"}", "{\"status\":\"x\"}", "{\"status\":\"resolved\",\"note\":\"\"}")) {
            officer().put(PATH + "/" + id + "/resolve", body).expect(400, "VALIDATION_ERROR");
        }
        officer()
                .put(PATH + "/" + UUID.randomUUID() + "/resolve", Map.of("status", "resolved"))
                .expect(404, "NOT_FOUND");
        officer()
                .tenant(UUID.randomUUID())
                .put(PATH + "/" + id + "/resolve", Map.of("status", "resolved"))
                .expect(404, "NOT_FOUND");
    }

    @Test
    void filtersAndPages() {
        officer().post(PATH, breach("low")).expect(201);
        officer().post(PATH, breach("high")).expect(201);
        var third = officer().post(PATH, breach("high")).id();
        resolve(third, "false_positive", "a drill").expect(200);
        assertThat(security.raised(tenant, "severity=high")).hasSize(2);
        assertThat(security.raised(tenant, "severity=high&status=open")).hasSize(1);
        assertThat(security.raised(tenant, "eventType=data_breach&ipAddress=2001:DB8::7"))
                .hasSize(3);
        assertThat(security.raised(tenant, "userId=" + UUID.randomUUID())).isEmpty();
        assertThat(security.raised(tenant, "createdAt%5Blte%5D=2020-01-01T00:00:00Z"))
                .isEmpty();
        assertThat(security.raised(UUID.randomUUID(), "")).isEmpty();
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var answer =
                    officer().get(PATH + "?limit=1&sort=createdAt" + cursor).expect(200);
            answer.ok().forEach(event -> seen.add(event.path("id").asString()));
            var next = answer.meta().path("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
        assertThat(seen.getLast()).isEqualTo(third.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?severity=huge", "?ipAddress=here", "?sort=severity", "?q=x", "?nothing=1"})
    void refusesAFilterThatThereIsNot(String query) {
        officer().get(PATH + query).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void seesWhereDangerComesFrom() {
        officer().post(PATH, breach("critical")).expect(201);
        officer().post(PATH, breach("medium")).expect(201);
        resolve(officer().post(PATH, breach("high")).id(), "resolved", "over").expect(200);
        resolve(officer().post(PATH, breach("critical")).id(), "false_positive", "a drill")
                .expect(200);
        var threats = officer().get(THREATS).ok();
        assertThat(threats.path("events").asInt()).isEqualTo(3);
        // 100 * 100 / (100 + 40 + 4 + 15 / 4)
        assertThat(threats.path("score").asInt()).isEqualTo(68);
        assertThat(threats.path("bySeverity").valueStream().map(each -> each.path("severity")
                        .asString()))
                .containsExactly("critical", "high", "medium");
        assertThat(threats.at("/bySeverity/1/unresolved").asInt()).isZero();
        assertThat(threats.at("/byType/0/eventType").asString()).isEqualTo("data_breach");
        assertThat(threats.at("/byType/0/highestSeverity").asString()).isEqualTo("critical");
        assertThat(threats.at("/byAddress/0/ipAddress").asString()).isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(threats.at("/byAddress/0/events").asInt()).isEqualTo(3);
        assertThat(threats.path("byUser").isEmpty()).isTrue();
        var user = UUID.randomUUID();
        security.sendAll(tenant, List.of(TestSecurity.denied(user, Instant.now())));
        assertThat(officer()
                        .get(THREATS + "?limit=1")
                        .ok()
                        .at("/byUser/0/userId")
                        .asString())
                .isEqualTo(user.toString());
    }

    @Test
    void isAtPeaceWhereNothingHappened() {
        var threats = officer()
                .get(THREATS + "?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")
                .ok();
        assertThat(threats.path("score").asInt()).isEqualTo(100);
        assertThat(threats.path("events").asInt()).isZero();
        assertThat(threats.path("from").asString()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "?from=2025-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "?from=2026-01-02",
                "?limit=0",
                "?limit=101"
            })
    void refusesAPeriodThatIsNone(String query) {
        officer().get(THREATS + query).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void isForThoseAloneWhoMay() {
        for (var path : List.of(PATH, THREATS)) {
            api.get(path).expect(401, "UNAUTHENTICATED");
            api.as("users:read").tenant(tenant).get(path).expect(403, "FORBIDDEN");
        }
        var reader = api.as("security:read").tenant(tenant);
        reader.post(PATH, "nonsense").expect(403, "FORBIDDEN");
        reader.put(PATH + "/" + UUID.randomUUID() + "/resolve", "nonsense").expect(403, "FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE security_events SET severity = 'low'", "DELETE FROM security_events"})
    void theServicesRoleMayNotRewriteWhatHappened(String sql) {
        assertThatThrownBy(() -> owner.as(tenant, jdbc -> jdbc.sql(sql).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private Api officer() {
        return api.as("security:read", "security:write").tenant(tenant);
    }

    private Api.Answer resolve(UUID id, String status, String note) {
        return officer().put(PATH + "/" + id + "/resolve", Map.of("status", status, "note", note));
    }

    private static Map<String, Object> breach(String severity) {
        return Map.of(
                "eventType", "data_breach",
                "severity", severity,
                "description", "A laptop with customer addresses was stolen",
                "ipAddress", "2001:db8::7");
    }
}
