package com.promode.aurora.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginSucceeded;
import com.promode.aurora.contracts.auth.SecurityEvent.PasswordChanged;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.TestTokens;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SessionEndTests extends WithKeycloak {

    private static final String SESSIONS = "/api/auth/sessions";

    @Autowired
    private SessionDevices devices;

    @Autowired
    private SessionEnding ending;

    @Autowired
    private Tenants tenants;

    private final String user = KEYCLOAK.create(new NewUser().role("customer"));
    private final UUID id = UUID.fromString(KEYCLOAK.id(user));

    @Test
    void listsOwnSessionsWithDeviceAndAddress() {
        var first = loginFrom("10.1.2.3", "Portal/1.0");
        var second = loginFrom("10.9.9.9", "Phone\u0007 " + "x".repeat(400));
        var listed = with(second).get(SESSIONS).ok();
        assertThat(listed.size()).isEqualTo(2);
        assertThat(listed.get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "ipAddress", "userAgent", "createdAt", "lastUsedAt", "current");
        var other = find(listed, sid(first));
        assertThat(other.path("userAgent").asString()).isEqualTo("Portal/1.0");
        assertThat(other.path("ipAddress").asString()).isEqualTo("10.1.2.3");
        assertThat(other.path("current").asBoolean()).isFalse();
        assertThat(other.path("createdAt").asString()).endsWith("Z");
        var current = find(listed, sid(second));
        assertThat(current.path("current").asBoolean()).isTrue();
        assertThat(current.path("userAgent").asString()).startsWith("Phone").hasSize(300);
        api.get(SESSIONS).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void endsOneOfOwnSessions() {
        var ended = login(user);
        var current = login(user);
        with(current).delete(SESSIONS + "/" + sid(ended)).expect(204);
        assertOut(ended);
        var event = events.expect(SessionEnded.class, over -> over.sessionId().equals(sid(ended)));
        assertThat(event.userId()).isEqualTo(id);
        assertThat(events.header(event, "ce_tenantid")).isEqualTo(TestTokens.PROMODE.toString());
        events.expect(AuditRecorded.class, row -> row.action().equals("session.end") && id.equals(row.resourceId()));
        assertThat(with(current).get(SESSIONS).ok().size()).isEqualTo(1);
        with(current).delete(SESSIONS + "/" + sid(ended)).expect(404, "NOT_FOUND");
    }

    @Test
    void reachesNobodyElsesSession() {
        var mine = login(user);
        var other = login(KEYCLOAK.create(new NewUser().role("customer")));
        with(mine).delete(SESSIONS + "/" + sid(other)).expect(404, "NOT_FOUND");
        with(mine).delete(SESSIONS + "/nonsense").expect(404, "NOT_FOUND");
        with(other).get(SESSIONS).expect(200);
    }

    @Test
    void endsAllOwnSessionsAndLetsSignInAtOnce() {
        var first = login(user);
        var second = login(user);
        with(second).delete(SESSIONS).expect(204);
        var again = login(user).expect(200);
        assertOut(first);
        assertOut(second);
        events.expect(UserBlocked.class, block -> block.userId().equals(id));
        with(again).get(SESSIONS).expect(200);
    }

    @Test
    void logoutIsHeardOfEverywhere() {
        var signedIn = login(user);
        with(signedIn).post("/api/auth/logout", null).expect(200);
        assertOut(signedIn);
        events.expect(SessionEnded.class, over -> over.sessionId().equals(sid(signedIn)));
        events.expect(AuditRecorded.class, row -> row.action().equals("session.logout") && id.equals(row.userId()));
    }

    @Test
    void logoutWorksWithoutATenant() {
        var operator = KEYCLOAK.create(new NewUser().role("platform_admin").otp());
        KEYCLOAK.change(operator, "attributes", Map.of());
        var signedIn = login(operator, PASSWORD, TotpCodes.at(0)).expect(200);
        assertThat(with(signedIn).get(SESSIONS).ok().size()).isEqualTo(1);
        with(signedIn).post("/api/auth/logout", null).expect(200);
        assertOut(signedIn);
    }

    @Test
    void anAdministratorSeesAndEndsSessionsOfHisTenant() {
        var first = login(user);
        var second = login(user);
        var admin = admin();
        var path = "/api/admin/users/%s/sessions".formatted(id);
        assertThat(admin.get(path).ok().size()).isEqualTo(2);
        admin.delete(path + "/" + sid(first)).expect(204);
        assertOut(first);
        with(second).get(SESSIONS).expect(200);
        admin.delete(path).expect(204);
        assertOut(second);
    }

    @Test
    void anAdministratorReachesNoOtherTenant() {
        var foreign = KEYCLOAK.id("warehouse@other.local");
        var admin = admin();
        for (var stranger : List.of(foreign, UUID.randomUUID().toString())) {
            var path = "/api/admin/users/%s/sessions".formatted(stranger);
            admin.get(path).expect(404, "NOT_FOUND");
            admin.delete(path).expect(404, "NOT_FOUND");
            admin.delete(path + "/x").expect(404, "NOT_FOUND");
        }
        admin.get("/api/admin/users/nonsense/sessions").expect(400, "VALIDATION_ERROR");
    }

    @Test
    void othersNeedThePermission() {
        var caller = with(login(user));
        var path = "/api/admin/users/%s/sessions".formatted(id);
        caller.get(path).expect(403, "FORBIDDEN");
        caller.delete(path).expect(403, "FORBIDDEN");
        caller.delete(path + "/x").expect(403, "FORBIDDEN");
    }

    @Test
    void aRepeatedCommandTellsWhatAnInterruptedOneDidNot() {
        var ended = login(user);
        var current = login(user);
        KEYCLOAK.call("DELETE", "/sessions/" + sid(ended), null); // as if we had died before the news
        with(current).delete(SESSIONS + "/" + sid(ended)).expect(204);
        assertOut(ended);
    }

    @Test
    void whatKeycloakEndedIsToldAtTheNextSignIn() {
        var oldest = login(user);
        KEYCLOAK.call("DELETE", "/sessions/" + sid(oldest), null); // as its limit of sessions does
        with(oldest).get(SESSIONS).expect(200);
        login(user).expect(200);
        assertOut(oldest);
    }

    @Test
    void knowsTheDeviceOfASessionThatAPortalOpened() {
        tenants.run(TestTokens.PROMODE, () -> assertThat(devices.of(id)).isEmpty());
        events.send(
                TestTokens.PROMODE,
                new LoginSucceeded(Ids.next(), Instant.now(), id, "of-a-portal-" + id, "10.0.0.1", "Browser/2"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        events.all(SessionEnded.class, over -> over.sessionId().equals("of-a-portal-" + id)));
        // Keycloak has no such session, so its end is told
        events.expect(SessionEnded.class, over -> over.sessionId().equals("of-a-portal-" + id));
    }

    @Test
    void aPasswordThatWasChangedElsewhereEndsTheSessionsBefore() {
        var before = login(user);
        events.send(
                TestTokens.PROMODE,
                new PasswordChanged(Ids.next(), Instant.now().plusSeconds(1), id, null, "10.0.0.1", null));
        assertOut(before);
        events.send(
                TestTokens.PROMODE,
                new PasswordChanged(Ids.next(), Instant.now(), UUID.randomUUID(), null, "10.0.0.1", null));
    }

    @Test
    void forgetsDevicesOfLongAgo() {
        tenants.run(TestTokens.PROMODE, () -> {
            devices.note(id, List.of("a-" + id), null);
            devices.forget(Duration.ofDays(1));
            assertThat(devices.of(id)).containsKey("a-" + id);
            devices.forget(Duration.ZERO);
            assertThat(devices.of(id)).isEmpty();
        });
    }

    @Test
    void blockingEndsAllThatTheUserHolds() {
        var signedIn = login(user);
        tenants.run(TestTokens.PROMODE, () -> ending.block(id));
        assertOut(signedIn);
        refresh(text(signedIn, "refresh_token")).expect(401, "UNAUTHENTICATED");
    }

    private void assertOut(Answer signedIn) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> with(signedIn).get(SESSIONS).status() == 401);
    }

    private Api admin() {
        var email = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        return with(login(email, PASSWORD, TotpCodes.at(0)).expect(200));
    }

    private Answer loginFrom(String address, String userAgent) {
        return api.header("X-Forwarded-For", address)
                .header("User-Agent", userAgent.replace('\u0007', '\t'))
                .post("/api/auth/login", Map.of("email", user, "password", PASSWORD));
    }

    private static JsonNode find(JsonNode listed, String session) {
        return listed.valueStream()
                .filter(node -> node.path("id").asString().equals(session))
                .findFirst()
                .orElseThrow();
    }

    private static String sid(Answer signedIn) {
        return sid(text(signedIn, "access_token"));
    }

    private static String sid(@Nullable String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
