package com.promode.aurora.auth.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.contracts.auth.SecurityEvent.AccountLocked;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginFailed;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginSucceeded;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.TestTokens;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Keycloak itself tells the others. */
class KeycloakEventTests extends WithKeycloak {

    @Test
    void tellsWhoHasSignedInFromWhere() throws Exception {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        var answer = api.header("X-Forwarded-For", "10.9.8.7")
                .header("User-Agent", "Aurora/1.0 (test)")
                .post("/api/auth/login", Map.of("email", user, "password", PASSWORD))
                .expect(200);
        var id = UUID.fromString(KEYCLOAK.id(user));
        var event = events.expect(LoginSucceeded.class, login -> login.userId().equals(id));
        assertThat(event.ipAddress()).isEqualTo("10.9.8.7");
        assertThat(event.userAgent()).isEqualTo("Aurora/1.0 (test)");
        assertThat(event.sessionId()).isEqualTo(sid(answer));
        assertThat(events.header(event, "ce_tenantid")).isEqualTo(TestTokens.PROMODE.toString());
        assertThat(events.header(event, "ce_source")).isEqualTo("keycloak");
        assertThat(events.header(event, "ce_type")).isEqualTo("LoginSucceeded");
        assertThat(events.header(event, "ce_id")).isEqualTo(event.eventId().toString());
        assertThat(event.eventId().version()).isEqualTo(7);
    }

    @Test
    void tellsWhoHasFailedInWhichTenant() {
        api.header("User-Agent", "Guesser")
                .post("/api/auth/login", Map.of("email", "warehouse@other.local", "password", "Wrong!2026"))
                .expect(401);
        var event = events.expect(LoginFailed.class, login -> "warehouse@other.local".equals(login.username()));
        assertThat(event.reason()).isEqualTo("invalid_user_credentials");
        assertThat(event.userAgent()).isEqualTo("Guesser");
        assertThat(event.userId()).isNotNull();
        assertThat(events.header(event, "ce_tenantid")).isEqualTo(TestTokens.OTHER.toString());
    }

    @Test
    void tellsTheDefaultTenantOfThoseWhoDoNotExist() {
        var name = UUID.randomUUID() + "@aurora.local";
        login(name).expect(401);
        var event = events.expect(LoginFailed.class, login -> name.equals(login.username()));
        assertThat(event.userId()).isNull();
        assertThat(event.reason()).isEqualTo("user_not_found");
        assertThat(events.header(event, "ce_tenantid")).isEqualTo(TestTokens.PROMODE.toString());
    }

    @Test
    void tellsOnceThatAnAccountIsLocked() {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        var id = UUID.fromString(KEYCLOAK.id(user));
        for (var tries = 0; tries < 7; tries++) {
            login(user, "Wrong!2026", null).expect(401, "UNAUTHENTICATED");
        }
        var event = events.expect(AccountLocked.class, locked -> locked.userId().equals(id));
        assertThat(event.ipAddress()).isEqualTo("127.0.0.1");
        var after = KEYCLOAK.create(new NewUser().role("customer"));
        login(after).expect(200);
        var afterId = UUID.fromString(KEYCLOAK.id(after));
        events.expect(LoginSucceeded.class, login -> login.userId().equals(afterId));
        assertThat(events.all(AccountLocked.class, locked -> locked.userId().equals(id)))
                .hasSize(1);
    }

    @Test
    void aMissingCodeIsNoFailure() {
        var user = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        var id = UUID.fromString(KEYCLOAK.id(user));
        login(user).expect(401, "OTP_REQUIRED");
        login(user, PASSWORD, "000000").expect(401, "UNAUTHENTICATED");
        events.expect(LoginFailed.class, login -> id.equals(login.userId()));
        assertThat(events.all(LoginFailed.class, login -> id.equals(login.userId())))
                .hasSize(1);
    }

    @Test
    void theFourthSessionEndsTheOldest() throws Exception {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        var older = List.of(
                login(user).expect(200), login(user).expect(200), login(user).expect(200));
        var newest = login(user).expect(200);
        var sessions = KEYCLOAK.sessions(KEYCLOAK.id(user));
        assertThat(KEYCLOAK.call("GET", "/users/%s/sessions".formatted(KEYCLOAK.id(user)), null))
                .hasSize(3);
        assertThat(sessions).contains(sid(newest));
        // Keycloak counts in seconds: of those that began in the same one any may be the oldest
        var ended = newest;
        for (var login : older) {
            ended = sessions.contains(sid(login)) ? ended : login;
        }
        assertThat(ended).isNotSameAs(newest);
        var id = sid(ended);
        events.expect(SessionEnded.class, event -> event.sessionId().equals(id));
        refresh(text(ended, "refresh_token")).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void aReplayedRefreshTokenEndsItsSession() throws Exception {
        var login = login(KEYCLOAK.create(new NewUser().role("customer"))).expect(200);
        refresh(text(login, "refresh_token")).expect(200);
        refresh(text(login, "refresh_token")).expect(401, "UNAUTHENTICATED");
        var id = sid(login);
        events.expect(SessionEnded.class, event -> event.sessionId().equals(id));
    }

    @Test
    void signingAUserOutInTheConsoleBlocksHisTokens() {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        login(user).expect(200);
        var id = UUID.fromString(KEYCLOAK.id(user));
        KEYCLOAK.call("POST", "/users/%s/logout".formatted(id), null);
        events.expect(UserBlocked.class, event -> event.userId().equals(id));
    }

    private static String sid(Answer login) throws ParseException {
        return SignedJWT.parse(text(login, "access_token")).getJWTClaimsSet().getStringClaim("sid");
    }
}
