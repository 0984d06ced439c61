package com.promode.aurora.notification.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.SecurityEvent.LoginFailed;
import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.notification.TestPeople;
import com.promode.aurora.notification.TestSocket;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(TestPeople.class)
class SecurityAlertTests {

    private static final String PATH = "/ws/admin/security-events";
    private static final String GROUP = "notification.security";

    private final UUID tenant = UUID.randomUUID();

    @Autowired
    private TestPeople people;

    @Autowired
    private Events events;

    @Autowired
    private Api api;

    @Autowired
    private TestTokens tokens;

    @Test
    void pushesWhatWasRaised() {
        try (var socket = open(tenant, "")) {
            var raised = raised("low");
            events.send(tenant, raised);
            var message = socket.hear(1).getFirst();
            assertThat(message.propertyNames()).containsExactly("id", "type", "occurredAt", "data");
            assertThat(message.path("id").asString()).isEqualTo(raised.eventId().toString());
            assertThat(message.path("type").asString()).isEqualTo("SecurityEventRaised");
            assertThat(message.path("occurredAt").asString())
                    .isEqualTo(raised.recordedAt().toString());
            var data = message.path("data");
            assertThat(data.propertyNames())
                    .containsExactly("id", "eventType", "severity", "userId", "ipAddress", "userAgent", "description");
            assertThat(data.path("id").asString())
                    .isEqualTo(raised.securityEventId().toString());
            assertThat(data.path("eventType").asString()).isEqualTo("suspicious_activity");
            assertThat(data.path("severity").asString()).isEqualTo("low");
        }
    }

    @Test
    void pushesNothingElseAndNothingOfOthers() {
        try (var socket = open(tenant, "")) {
            events.send(UUID.randomUUID(), raised("high"));
            events.send(
                    tenant, new LoginFailed(Ids.next(), Instant.now(), null, "a", "user_not_found", "10.0.0.1", null));
            var raised = raised("high");
            events.send(tenant, raised);
            events.send(tenant, raised);
            var last = raised("high");
            people.applied(tenant, GROUP, raised.eventId());
            events.send(tenant, last);
            assertThat(ids(socket.hear(2))).containsExactly(raised.eventId(), last.eventId());
        }
    }

    @Test
    void replaysWhatWasMissedAndGoesOn() {
        var first = raised("low");
        try (var socket = open(tenant, "")) {
            events.send(tenant, first);
            socket.hear(1);
        }
        var missed = raised("medium");
        events.send(tenant, missed);
        people.applied(tenant, GROUP, missed.eventId());
        try (var socket = open(tenant, "?since=" + first.eventId())) {
            assertThat(ids(socket.hear(1))).containsExactly(missed.eventId());
            var next = raised("medium");
            events.send(tenant, next);
            assertThat(ids(socket.hear(2)).getLast()).isEqualTo(next.eventId());
        }
    }

    @ParameterizedTest
    @CsvSource({"high, warning", "critical, error"})
    void notifiesThoseWhoMayReadSecurityOfWhatIsSerious(String severity, String type) {
        var officer = people.user(tenant, "security:read");
        people.user(tenant, "stock:read");
        var raised = raised(severity);
        events.send(tenant, raised);
        people.applied(tenant, GROUP, raised.eventId());
        assertThat(people.notified(tenant, raised.eventId())).containsExactly(officer);
        var told = api.as()
                .tenant(tenant)
                .user(officer)
                .get("/api/notifications")
                .ok()
                .get(0);
        assertThat(told.path("title").asString()).isEqualTo("Security: suspicious activity (%s)".formatted(severity));
        assertThat(told.path("message").asString()).isEqualTo("10 failed sign-ins");
        assertThat(told.path("type").asString()).isEqualTo(type);
        assertThat(told.path("category").asString()).isEqualTo("system");
        assertThat(told.at("/metadata/ipAddress").asString()).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"low", "medium"})
    void notifiesNobodyOfWhatCanWait(String severity) {
        people.user(tenant, "security:read");
        var raised = raised(severity);
        events.send(tenant, raised);
        people.applied(tenant, GROUP, raised.eventId());
        assertThat(people.notified(tenant, raised.eventId())).isEmpty();
    }

    @Test
    void isForThoseAloneWhoMayReadSecurity() {
        assertThat(handshake(tokens.token(tenant, UUID.randomUUID(), List.of("stock:read"))))
                .isEqualTo(403);
        assertThat(handshake("nonsense")).isEqualTo(401);
    }

    private int handshake(String token) {
        return TestSocket.refusal(api.url() + PATH, as -> as.header("Authorization", "Bearer " + token));
    }

    private TestSocket open(UUID of, String query) {
        return TestSocket.open(api.url() + PATH + query, tokens.token(of, UUID.randomUUID(), List.of("security:read")));
    }

    private static SecurityEventRaised raised(String severity) {
        return new SecurityEventRaised(
                Ids.next(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                Ids.next(),
                "suspicious_activity",
                severity,
                "10 failed sign-ins",
                null,
                "203.0.113.7",
                null);
    }

    private static List<UUID> ids(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> UUID.fromString(message.path("id").asString()))
                .toList();
    }
}
