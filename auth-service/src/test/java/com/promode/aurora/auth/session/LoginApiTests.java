package com.promode.aurora.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.test.Api.Answer;
import com.promode.aurora.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LoginApiTests extends WithKeycloak {

    private static final String WAREHOUSE = "warehouse@aurora.local";

    @Test
    void answersTheTokenObject() {
        var answer = login(WAREHOUSE).expect(200).ok();
        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in", "user");
        assertThat(answer.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3600);
        var user = answer.path("user");
        assertThat(user.path("email").asString()).isEqualTo(WAREHOUSE);
        assertThat(user.path("roles").valueStream().map(role -> role.asString()))
                .containsExactly("warehouse_manager");
        assertThat(user.path("permissions").valueStream().map(permission -> permission.asString()))
                .contains("stock:write", "stock:approve", "orders:own", "suppliers:read")
                .doesNotContain("suppliers:write", "users:read");
    }

    @Test
    void putsTenantAndPermissionsIntoTheToken() throws Exception {
        var token = text(login("warehouse@other.local"), "access_token");
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getStringClaim("tenant_id")).isEqualTo(TestTokens.OTHER.toString());
        assertThat(claims.getAudience()).containsExactly("aurora-api");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(claims.getStringClaim("email")).isEqualTo("warehouse@other.local");
        assertThat(claims.getStringListClaim("permissions")).contains("stock:write");
        assertThat(claims.getStringListClaim("roles")).containsExactly("warehouse_manager");
    }

    @Test
    void asksForTheCodeOnlyAfterTheRightPassword() {
        login("admin@aurora.local", PASSWORD, null).expect(401, "OTP_REQUIRED");
        login("admin@aurora.local", PASSWORD, "").expect(401, "OTP_REQUIRED");
        login("admin@aurora.local", "Wrong!2026", null).expect(401, "UNAUTHENTICATED");
        login("admin@aurora.local", PASSWORD, "12").expect(401, "UNAUTHENTICATED");
    }

    @Test
    void takesEachCodeOnce() {
        var user = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        var code = TotpCodes.at(0);
        var permissions = login(user, PASSWORD, code).ok().path("user").path("permissions");
        assertThat(permissions.valueStream().map(permission -> permission.asString()))
                .contains("users:write", "payments:override", "analytics:business")
                .doesNotContain("tenants:write");
        login(user, PASSWORD, code).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void doesNotCountAMissingCodeAsAFailure() {
        var user = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        for (var tries = 0; tries < 7; tries++) {
            login(user).expect(401, "OTP_REQUIRED");
        }
        login(user, PASSWORD, TotpCodes.at(0)).expect(200);
    }

    @Test
    void asksWhoeverHasACodeGenerator() {
        var user = KEYCLOAK.create(new NewUser().role("customer").otp());
        login(user).expect(401, "OTP_REQUIRED");
        login(user, PASSWORD, TotpCodes.at(0)).expect(200);
    }

    @Test
    void wantsASecondFactorEnrolledWhereTheRoleNeedsOne() {
        var user = KEYCLOAK.create(new NewUser().role("super_admin"));
        login(user).expect(403, "OTP_ENROLMENT_REQUIRED");
        login(user, PASSWORD, "123456").expect(403, "OTP_ENROLMENT_REQUIRED");
        login(user, "Wrong!2026", null).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void wantsATemporaryPasswordChanged() {
        var temporary = KEYCLOAK.create(new NewUser().role("customer").temporaryPassword());
        login(temporary).expect(403, "PASSWORD_CHANGE_REQUIRED");
        login(temporary, "Wrong!2026", null).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void wantsAnOldPasswordChangedOfAdministratorsOnly() {
        var administrator =
                KEYCLOAK.create(new NewUser().role("super_admin").otp().expiredPassword());
        login(administrator).expect(401, "OTP_REQUIRED");
        login(administrator, PASSWORD, TotpCodes.at(0)).expect(403, "PASSWORD_CHANGE_REQUIRED");
        login(KEYCLOAK.create(new NewUser().role("customer").expiredPassword())).expect(200);
    }

    @Test
    void locksAfterFiveWrongPasswordsAndNotBefore() {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        fail(user, 4);
        login(user).expect(200);
        fail(user, 5);
        login(user).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void refusesAlikeWhateverIsWrong() {
        var locked = KEYCLOAK.create(new NewUser().role("customer"));
        fail(locked, 5);
        var disabled = KEYCLOAK.create(new NewUser().role("customer").disabled());
        var coded = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        var refusals = List.<Supplier<Answer>>of(
                () -> login("nobody@aurora.local"),
                () -> login("logistics@aurora.local", "Wrong!2026", null),
                () -> login(locked),
                () -> login(disabled),
                () -> login(coded, PASSWORD, "000000"));
        var errors = refusals.stream()
                .map(refusal -> refusal.get().expect(401, "UNAUTHENTICATED").error())
                .distinct();
        assertThat(errors).hasSize(1);
    }

    @Test
    void takesAsLongToRefuseTheUnknownAsTheWrong() {
        var locked = KEYCLOAK.create(new NewUser().role("customer"));
        fail(locked, 5);
        var disabled = KEYCLOAK.create(new NewUser().role("customer").disabled());
        var unknown = new ArrayList<Long>();
        var known = new ArrayList<Long>();
        for (var round = 0; round < 5; round++) {
            unknown.add(millis(() -> login("nobody@aurora.local")));
            known.add(millis(() -> login(locked)));
            known.add(millis(() -> login(disabled)));
        }
        var ratio = (double) median(known) / median(unknown);
        assertThat(ratio).isBetween(0.4, 2.5);
    }

    @Test
    void overlooksAnOldTokenWhenSigningIn() {
        api.header("Authorization", "Bearer old")
                .post("/api/auth/login", Map.of("email", WAREHOUSE, "password", PASSWORD))
                .expect(200);
    }

    @Test
    void refusesWhatIsNoLogin() {
        api.post("/api/auth/login", Map.of("email", WAREHOUSE)).expect(400, "VALIDATION_ERROR");
        login("a\u0000b", PASSWORD, null).expect(400, "VALIDATION_ERROR");
        api.post("/api/auth/login", Map.of("email", WAREHOUSE, "password", PASSWORD, "role", "super_admin"))
                .expect(400);
    }

    private void fail(String user, int times) {
        for (var tries = 0; tries < times; tries++) {
            login(user, "Wrong!2026", null).expect(401, "UNAUTHENTICATED");
        }
    }

    private static long millis(Supplier<Answer> call) {
        var start = System.nanoTime();
        call.get().expect(401, "UNAUTHENTICATED");
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
