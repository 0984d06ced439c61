package com.promode.aurora.auth.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.test.Api.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MobileApiTests extends WithKeycloak {

    private static final String DRIVER = "driver@aurora.local";

    @Test
    void signsDriversIn() {
        var answer = mobileLogin(DRIVER, PASSWORD).expect(200).ok();
        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in", "user");
    }

    @Test
    void signsNobodyElseInAndLeavesNoSession() {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        mobileLogin(user, PASSWORD).expect(403, "FORBIDDEN");
        assertThat(KEYCLOAK.sessions(KEYCLOAK.id(user))).isEqualTo("[]");
    }

    @Test
    void tellsNothingWithoutTheRightPassword() {
        var wrong = mobileLogin("warehouse@aurora.local", "Wrong!2026").expect(401, "UNAUTHENTICATED");
        assertThat(mobileLogin("nobody@aurora.local", PASSWORD).expect(401).error())
                .isEqualTo(wrong.error());
        mobileLogin(KEYCLOAK.create(new NewUser().role("delivery_personnel").otp()), PASSWORD)
                .expect(401, "OTP_REQUIRED");
        api.post("/api/mobile/auth/login", Map.of("email", DRIVER)).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void signsOut() {
        var signedIn = mobileLogin(KEYCLOAK.create(new NewUser().role("delivery_personnel")), PASSWORD);
        with(signedIn).post("/api/mobile/auth/logout", null).expect(200);
        refresh(text(signedIn, "refresh_token")).expect(401, "UNAUTHENTICATED");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> with(signedIn).get("/api/mobile/auth/profile").status() == 401);
        api.post("/api/mobile/auth/logout", null).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void showsTheProfileOfAUserThatIsKnownOrBrandNew() {
        for (var email : new String[] {DRIVER, KEYCLOAK.create(new NewUser().role("delivery_personnel"))}) {
            var profile = with(mobileLogin(email, PASSWORD))
                    .get("/api/mobile/auth/profile")
                    .ok();
            assertThat(profile.propertyNames()).containsExactlyInAnyOrder("user", "staff", "vehicle", "route");
            assertThat(profile.path("user").path("email").asString()).isEqualTo(email);
            assertThat(profile.path("user").path("roles").valueStream().map(JsonNode::asString))
                    .containsExactly("delivery_personnel");
            assertThat(profile.path("staff").isNull()).isTrue();
            assertThat(profile.path("route").isNull()).isTrue();
        }
        api.get("/api/mobile/auth/profile").expect(401, "UNAUTHENTICATED");
    }

    private Answer mobileLogin(String email, String password) {
        return api.post("/api/mobile/auth/login", Map.of("email", email, "password", password));
    }
}
