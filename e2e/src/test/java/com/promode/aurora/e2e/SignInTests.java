package com.promode.aurora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EndToEndTest
class SignInTests {

    private static final String LOGIN = "/api/auth/login";
    private static final String REFRESH = "/api/auth/refresh";
    private static final String ME = "/api/auth/me";

    private final LocalSystem system;

    SignInTests(LocalSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @CsvSource({
        "admin@aurora.local, super_admin",
        "platform@aurora.local, platform_admin",
        "warehouse@aurora.local, warehouse_manager",
        "inventory@aurora.local, inventory_staff",
        "logistics@aurora.local, logistics_manager",
        "supplier@aurora.local, supplier_manager",
        "driver@aurora.local, delivery_personnel",
        "customer@aurora.local, customer",
        "warehouse@other.local, warehouse_manager"
    })
    void eachDemoUserSignsInAndIsKnown(String email, String role) {
        var me = system.as(email).get(ME).expect(200).data();

        assertThat(me.path("email").asString()).isEqualTo(email);
        assertThat(me.path("roles").valueStream().map(each -> each.asString())).contains(role);
    }

    @Test
    void anAdministratorNeedsTheSecondFactor() {
        assertRefused("OTP_REQUIRED", system.anonymous().post(LOGIN, login("admin@aurora.local", Client.PASSWORD)));
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertRefused("UNAUTHENTICATED", system.anonymous().post(LOGIN, login("supplier@aurora.local", "wrong")));
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        var first = system.anonymous().signIn("driver@aurora.local");

        var second = first.signedIn(refresh(first.refreshToken()).expect(200));

        assertThat(second.refreshToken()).isNotEmpty().isNotEqualTo(first.refreshToken());
        second.get(ME).expect(200);
        assertRefused("UNAUTHENTICATED", refresh(first.refreshToken()));
    }

    @Test
    void whoHasSignedOutCannotGoOn() {
        var user = system.anonymous().signIn("customer@aurora.local");

        user.post("/api/auth/logout", null).expect(200);

        assertRefused("UNAUTHENTICATED", refresh(user.refreshToken()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing/here", "/nothing", "/api/warehouse/products", "/api/auth/me"})
    void withoutATokenNothingIsTold(String path) {
        assertRefused("UNAUTHENTICATED", system.anonymous().get(path));
        assertRefused(
                "UNAUTHENTICATED",
                system.anonymous().with("Authorization", "Bearer made.up.token").get(path));
    }

    @Test
    void anUnknownPathIsNotFoundForThoseWhoAreSignedIn() {
        var refused =
                system.as("warehouse@aurora.local").get("/api/nothing/here").expect(404);

        assertThat(refused.json().at("/error/code").asString()).isEqualTo("NOT_FOUND");
    }

    private Answer refresh(String token) {
        return system.anonymous().post(REFRESH, Map.of("refresh_token", token));
    }

    private static Map<String, String> login(String email, String password) {
        return Map.of("email", email, "password", password);
    }

    /** With the whole envelope of an error. */
    private static void assertRefused(String code, Answer answer) {
        var envelope = answer.expect(401).json();
        assertThat(envelope.path("success").asBoolean(true)).isFalse();
        assertThat(envelope.at("/error/code").asString()).isEqualTo(code);
        assertThat(envelope.at("/error/message").asString()).isNotEmpty();
        assertThat(envelope.path("timestamp").asString()).endsWith("Z");
        assertThat(envelope.path("traceId").asString()).isNotEmpty();
    }
}
