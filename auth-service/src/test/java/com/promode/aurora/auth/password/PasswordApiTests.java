package com.promode.aurora.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.auth.session.TotpCodes;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.SecurityEvent.PasswordChanged;
import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Api.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PasswordApiTests extends WithKeycloak {

    private static final String NEW = "Brand!New2026";
    private static final String WRONG = "Wrong!2026";

    private final String user = KEYCLOAK.create(new NewUser().role("customer"));

    @Test
    void changesOnesOwnPassword() {
        change(user, PASSWORD, NEW).expect(200);
        login(user).expect(401, "UNAUTHENTICATED");
        login(user, NEW, null).expect(200);
        events.expect(
                AuditRecorded.class,
                row -> row.action().equals("password.change")
                        && UUID.fromString(KEYCLOAK.id(user)).equals(row.resourceId()));
    }

    @Test
    void tellsWhoChangedWhosePassword() {
        change(user, PASSWORD, NEW).expect(200);
        var own = events.expect(
                PasswordChanged.class, event -> event.userId().toString().equals(KEYCLOAK.id(user)));
        assertThat(own.changedBy()).isNull();
        assertThat(own.ipAddress()).isEqualTo("127.0.0.1");
        admin().put(path(KEYCLOAK.id(user)), Map.of("password", NEW + 1)).expect(200);
        events.expect(PasswordChanged.class, event -> event.userId().equals(own.userId()) && event.changedBy() != null);
    }

    @Test
    void signsOutWhoeverHeldTheOldOne() {
        var before = login(user);
        change(user, PASSWORD, NEW).expect(200);
        var after = login(user, NEW, null).expect(200);
        assertOut(before);
        refresh(text(before, "refresh_token")).expect(401, "UNAUTHENTICATED");
        with(after).get("/api/auth/me").expect(200);
        assertThat(KEYCLOAK.sessions(KEYCLOAK.id(user))).containsOnlyOnce("\"id\"");
    }

    @Test
    void solvesATemporaryAndAnExpiredPassword() {
        var temporary = KEYCLOAK.create(new NewUser().temporaryPassword().role("customer"));
        login(temporary).expect(403, "PASSWORD_CHANGE_REQUIRED");
        change(temporary, PASSWORD, NEW).expect(200);
        login(temporary, NEW, null).expect(200);
        var expired = KEYCLOAK.create(
                new NewUser().expiredPassword().role("super_admin").otp());
        change(expired, PASSWORD, NEW, TotpCodes.at(0)).expect(200);
        login(expired, NEW, TotpCodes.at(1)).expect(200);
    }

    @Test
    void asksForTheSecondFactor() {
        var coded = KEYCLOAK.create(new NewUser().role("customer").otp());
        change(coded, PASSWORD, NEW).expect(401, "OTP_REQUIRED");
        change(coded, PASSWORD, NEW, "000000").expect(401, "UNAUTHENTICATED");
        login(coded, NEW, TotpCodes.at(0)).expect(401, "UNAUTHENTICATED");
        change(coded, PASSWORD, NEW, TotpCodes.at(0)).expect(200);
        login(coded, NEW, TotpCodes.at(1)).expect(200);
        var unenrolled = KEYCLOAK.create(new NewUser().role("super_admin"));
        change(unenrolled, PASSWORD, NEW).expect(403, "OTP_ENROLMENT_REQUIRED");
    }

    @Test
    void refusesAlikeWhateverIsWrong() {
        var locked = KEYCLOAK.create(new NewUser().role("customer"));
        await().until(() -> {
            login(locked, WRONG, null);
            return KEYCLOAK.isLocked(locked);
        });
        var disabled = KEYCLOAK.create(new NewUser().role("customer").disabled());
        var refusals = List.<Supplier<Answer>>of(
                () -> change("nobody@aurora.local", PASSWORD, NEW),
                () -> change(user, WRONG, NEW),
                () -> change(locked, PASSWORD, NEW),
                () -> change(disabled, PASSWORD, NEW));
        assertThat(refusals.stream()
                        .map(refusal ->
                                refusal.get().expect(401, "UNAUTHENTICATED").error())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void namesEveryViolatedRule() {
        var error =
                change(user, PASSWORD, "abc").expect(400, "VALIDATION_ERROR").error();
        assertThat(error.path("details").size()).isEqualTo(4);
        assertThat(error.path("details").valueStream())
                .allSatisfy(
                        detail -> assertThat(detail.path("field").asString()).isEqualTo("password"));
        login(user).expect(200);
    }

    @Test
    void refusesTheLastFive() {
        assertUsedBefore(change(user, PASSWORD, PASSWORD));
        var current = PASSWORD;
        for (var number = 1; number <= 4; number++) {
            change(user, current, NEW + number).expect(200);
            current = NEW + number;
        }
        assertUsedBefore(change(user, current, PASSWORD));
        change(user, current, NEW + 5).expect(200);
        change(user, NEW + 5, PASSWORD).expect(200);
    }

    @Test
    void refusesWhatIsNoChange() {
        api.post("/api/auth/password", Map.of("email", user)).expect(400, "VALIDATION_ERROR");
        change(user, "a\u0000b", NEW).expect(400, "VALIDATION_ERROR");
        change(user, PASSWORD, "x".repeat(256)).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void anAdministratorSetsAPasswordThatHasToBeChanged() {
        var before = login(user);
        var id = KEYCLOAK.id(user);
        admin().put(path(id), Map.of("password", NEW)).expect(200);
        assertOut(before);
        events.expect(UserBlocked.class, block -> block.userId().toString().equals(id));
        events.expect(
                AuditRecorded.class,
                row -> row.action().equals("password.reset")
                        && String.valueOf(row.resourceId()).equals(id));
        login(user, NEW, null).expect(403, "PASSWORD_CHANGE_REQUIRED");
        change(user, NEW, NEW + 1).expect(200);
        login(user, NEW + 1, null).expect(200);
    }

    @Test
    void anAdministratorIsHeldToTheRulesToo() {
        var admin = admin();
        var path = path(KEYCLOAK.id(user));
        assertThat(admin.put(path, Map.of("password", "ABCDEFG1!"))
                        .expect(400, "VALIDATION_ERROR")
                        .error()
                        .path("details")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("password");
        assertUsedBefore(admin.put(path, Map.of("password", PASSWORD)));
        login(user).expect(200);
    }

    @Test
    void anAdministratorReachesNeitherOthersTenantsNorMoreThanHeHolds() {
        var admin = admin();
        admin.put(path(KEYCLOAK.id("warehouse@other.local")), Map.of("password", NEW))
                .expect(404, "NOT_FOUND");
        admin.put(path(UUID.randomUUID().toString()), Map.of("password", NEW)).expect(404, "NOT_FOUND");
        admin.post("/api/admin/users/%s/unlock".formatted(UUID.randomUUID()), null)
                .expect(404, "NOT_FOUND");
        var operator = KEYCLOAK.create(new NewUser().role("platform_admin"));
        admin.put(path(KEYCLOAK.id(operator)), Map.of("password", NEW)).expect(403, "FORBIDDEN");
        var caller = with(login(user));
        caller.put(path(KEYCLOAK.id(user)), "nonsense").expect(403, "FORBIDDEN");
        caller.post("/api/admin/users/%s/unlock".formatted(KEYCLOAK.id(user)), null)
                .expect(403, "FORBIDDEN");
    }

    @Test
    void anAdministratorProvesHisOwnPasswordLikeAnybody() {
        var email = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        with(login(email, PASSWORD, TotpCodes.at(0)))
                .put(path(KEYCLOAK.id(email)), Map.of("password", NEW))
                .expect(403, "FORBIDDEN");
    }

    @Test
    void anAdministratorUnlocks() {
        for (var tries = 0; tries < 5; tries++) {
            login(user, WRONG, null).expect(401, "UNAUTHENTICATED");
        }
        login(user).expect(401, "UNAUTHENTICATED");
        admin().post("/api/admin/users/%s/unlock".formatted(KEYCLOAK.id(user)), null)
                .expect(200);
        login(user).expect(200);
        events.expect(
                AuditRecorded.class,
                row -> row.action().equals("user.unlock")
                        && String.valueOf(row.resourceId()).equals(KEYCLOAK.id(user)));
    }

    private void assertOut(Answer signedIn) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> with(signedIn).get("/api/auth/me").status() == 401);
    }

    private static void assertUsedBefore(Answer answer) {
        var detail =
                answer.expect(400, "VALIDATION_ERROR").error().path("details").get(0);
        assertThat(detail.path("field").asString()).isEqualTo("password");
        assertThat(detail.path("message").asString()).contains("last 5");
    }

    private static String path(String id) {
        return "/api/admin/users/%s/password".formatted(id);
    }

    private Api admin() {
        var email = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        return with(login(email, PASSWORD, TotpCodes.at(0)).expect(200));
    }

    private Answer change(String email, String current, String next) {
        return api.post("/api/auth/password", Map.of("email", email, "currentPassword", current, "newPassword", next));
    }

    private Answer change(String email, String current, String next, String otp) {
        var body = new HashMap<>(Map.of("email", email, "currentPassword", current, "newPassword", next));
        body.put("otp", otp);
        return api.post("/api/auth/password", body);
    }
}
