package com.promode.aurora.keycloak.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.contracts.auth.SecurityEvent.AccountLocked;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginFailed;
import com.promode.aurora.contracts.auth.SecurityEvent.PasswordChanged;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;

class TranslationTests {

    private static final UUID USER = UUID.fromString("0192f000-0000-7000-8000-000000000103");
    private static final UUID OPERATOR = UUID.fromString("0192f000-0000-7000-8000-000000000999");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123Z");

    private final Translation translation = new Translation("Firefox", 5);

    @Test
    void aChangeOfThePasswordIsTold() {
        var event = event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "password"));
        assertThat(translation.of(event)).get().isInstanceOfSatisfying(PasswordChanged.class, changed -> {
            assertThat(changed.userId()).isEqualTo(USER);
            assertThat(changed.changedBy()).isNull();
            assertThat(changed.recordedAt()).isEqualTo(NOW);
        });
        assertThat(translation.of(event(EventType.UPDATE_CREDENTIAL, Map.of("credential_type", "otp"))))
                .isEmpty();
    }

    @Test
    void aPasswordThatIsDueForAChangeIsNoFailure() {
        var event = event(EventType.LOGIN_ERROR, Map.of());
        event.setError("resolve_required_actions");
        assertThat(translation.of(event)).isEmpty();
    }

    @Test
    void aFailureOfNobodyKnownNamesWhatWasTyped() {
        var event = event(EventType.LOGIN_ERROR, Map.of("username", "nobody"));
        event.setUserId(null);
        event.setIpAddress(null);
        event.setError("user_not_found");
        assertThat(translation.of(event)).get().isInstanceOfSatisfying(LoginFailed.class, failed -> {
            assertThat(failed.userId()).isNull();
            assertThat(failed.username()).isEqualTo("nobody");
            assertThat(failed.ipAddress()).isEqualTo("unknown");
            assertThat(failed.userAgent()).isEqualTo("Firefox");
        });
    }

    @Test
    void aLockIsToldAtTheFailureThatCausedIt() {
        var lock = EventType.USER_DISABLED_BY_TEMPORARY_LOCKOUT;
        assertThat(translation.of(event(lock, Map.of("num_failures", "5"))))
                .get()
                .isInstanceOf(AccountLocked.class);
        assertThat(translation.of(event(lock, Map.of("num_failures", "6")))).isEmpty();
    }

    @Test
    void aReplayEndsTheSession() {
        var replay = event(
                EventType.REFRESH_TOKEN_ERROR,
                Map.of("reason", "Maximum allowed refresh token reuse exceeded", "refresh_token_sub", USER.toString()));
        replay.setUserId(null);
        assertThat(translation.of(replay)).get().isInstanceOfSatisfying(SessionEnded.class, ended -> assertThat(
                        ended.sessionId())
                .isEqualTo("session"));
        assertThat(translation.of(event(EventType.REFRESH_TOKEN_ERROR, Map.of("reason", "Token is not active"))))
                .isEmpty();
    }

    @Test
    void whatNobodyNeedsToHearOfIsNotTold() {
        assertThat(translation.of(event(EventType.REFRESH_TOKEN, Map.of()))).isEmpty();
        var stranger = event(EventType.LOGIN, Map.of());
        stranger.setUserId("f:ldap:somebody");
        assertThat(translation.of(stranger)).isEmpty();
    }

    @Test
    void aResetInTheConsoleNamesWhoDidIt() {
        var reset = adminEvent("users/%s/reset-password".formatted(USER));
        assertThat(translation.of(reset, false)).get().isInstanceOfSatisfying(PasswordChanged.class, changed -> {
            assertThat(changed.userId()).isEqualTo(USER);
            assertThat(changed.changedBy()).isEqualTo(OPERATOR);
        });
        // auth-service knows better for whom it acts, and tells it itself
        assertThat(translation.of(reset, true)).isEmpty();
    }

    @Test
    void signingAUserOutBlocksHisTokens() {
        assertThat(translation.of(adminEvent("users/%s/logout".formatted(USER)), true))
                .get()
                .isInstanceOfSatisfying(UserBlocked.class, blocked -> assertThat(blocked.tokensUntil())
                        .isEqualTo(NOW));
        assertThat(translation.of(adminEvent("users/%s".formatted(USER)), true)).isEmpty();
        var failed = adminEvent("users/%s/logout".formatted(USER));
        failed.setError("no");
        assertThat(translation.of(failed, false)).isEmpty();
    }

    @Test
    void recordsCarryTheHeadersOfCloudEvents() {
        var ended = new SessionEnded(EventIds.at(NOW), NOW, USER, "session");
        var record = Records.of(ended, OPERATOR, "00-abc-def-01");
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        assertThat(record.topic()).isEqualTo("auth.session");
        assertThat(record.key()).isEqualTo(USER.toString());
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", ended.eventId().toString())
                .containsEntry("ce_type", "SessionEnded")
                .containsEntry("ce_source", "keycloak")
                .containsEntry("ce_subject", USER.toString())
                .containsEntry("ce_time", NOW.toString())
                .containsEntry("ce_tenantid", OPERATOR.toString())
                .containsEntry("content-type", "application/json")
                .containsEntry("traceparent", "00-abc-def-01");
        assertThat(new String(record.value(), UTF_8))
                .contains("\"recordedAt\":\"2026-11-01T12:00:00.123Z\"", "\"sessionId\":\"session\"")
                .doesNotContain("topic");
        assertThat(ended.eventId().version()).isEqualTo(7);
        assertThat(ended.eventId().variant()).isEqualTo(2);
    }

    private static Event event(EventType type, Map<String, String> details) {
        var event = new Event();
        event.setType(type);
        event.setTime(NOW.toEpochMilli());
        event.setUserId(USER.toString());
        event.setSessionId("session");
        event.setIpAddress("10.1.2.3");
        event.setDetails(details);
        return event;
    }

    private static AdminEvent adminEvent(String path) {
        var details = new AuthDetails();
        details.setUserId(OPERATOR.toString());
        details.setIpAddress("10.1.2.3");
        var event = new AdminEvent();
        event.setTime(NOW.toEpochMilli());
        event.setOperationType(OperationType.ACTION);
        event.setResourcePath(path);
        event.setAuthDetails(details);
        return event;
    }
}
