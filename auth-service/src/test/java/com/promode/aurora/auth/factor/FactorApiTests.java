package com.promode.aurora.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.auth.session.TotpCodes;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactorApiTests extends WithKeycloak {

    private static final String FACTORS = "/api/auth/2fa";
    private static final String TOTP = FACTORS + "/totp";
    private static final String CONFIRM = TOTP + "/confirm";

    @Test
    void anAdministratorEnrolsByHisPasswordAndCanDoNothingElseBefore() {
        var user = KEYCLOAK.create(new NewUser().role("super_admin"));
        login(user).expect(403, "OTP_ENROLMENT_REQUIRED");
        var offer = api.post(TOTP, credentials(user)).expect(200).ok();
        var secret = offer.path("secret").asString();
        assertThat(offer.path("otpauthUri").asString())
                .startsWith("otpauth://totp/")
                .contains("secret=" + secret);
        assertThat(offer.path("qrCode").asString()).startsWith("data:image/png;base64,iVBOR");
        login(user).expect(403, "OTP_ENROLMENT_REQUIRED");

        api.post(CONFIRM, confirmation(user, "000000")).expect(400, "VALIDATION_ERROR");
        var code = TotpCodes.at(secret, 0);
        var state = api.post(CONFIRM, confirmation(user, code)).expect(200).ok();
        assertThat(state.path("enabled").asBoolean()).isTrue();
        assertThat(state.path("required").asBoolean()).isTrue();

        login(user).expect(401, "OTP_REQUIRED");
        login(user, PASSWORD, code).expect(401, "UNAUTHENTICATED"); // used up
        login(user, PASSWORD, TotpCodes.at(secret, 1)).expect(200);
        login(user, PASSWORD, TotpCodes.at(secret, 1)).expect(401, "UNAUTHENTICATED");
        var id = UUID.fromString(KEYCLOAK.id(user));
        events.expect(
                AuditRecorded.class, audit -> audit.action().equals("2fa.totp.enrol") && id.equals(audit.resourceId()));
    }

    @Test
    void aPasswordEnrolsOnlyTheFirstFactor() {
        var user = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        api.post(TOTP, credentials(user)).expect(401, "OTP_REQUIRED");
        api.post(CONFIRM, confirmation(user, "123456")).expect(401, "OTP_REQUIRED");
        var locked = KEYCLOAK.create(new NewUser().role("customer"));
        api.post(TOTP, Map.of("email", locked, "password", "Wrong!2026")).expect(401, "UNAUTHENTICATED");
        api.post(TOTP, Map.of("email", "nobody@aurora.local", "password", PASSWORD))
                .expect(401, "UNAUTHENTICATED");
    }

    @Test
    void askingToEnrolOpensNoSession() {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        api.post(TOTP, credentials(user)).expect(200);
        assertThat(KEYCLOAK.sessions(KEYCLOAK.id(user))).isEqualTo("[]");
    }

    @Test
    void wantsATokenOrAPassword() {
        api.post(TOTP, null).expect(401, "UNAUTHENTICATED");
        api.post(TOTP, Map.of("email", "warehouse@aurora.local")).expect(401, "UNAUTHENTICATED");
        api.header("Authorization", "Bearer made.up.token").post(TOTP, null).expect(401, "UNAUTHENTICATED");
        api.post(CONFIRM, Map.of("email", "a@b.c", "password", "x")).expect(400, "VALIDATION_ERROR");
        api.post(TOTP, Map.of("email", "a\u0000b", "password", "x")).expect(400, "VALIDATION_ERROR");
        api.get(FACTORS).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void anybodyEnrolsAnAppWithHisToken() {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        var caller = with(login(user).expect(200));
        assertThat(caller.get(FACTORS).expect(200).ok().path("enabled").asBoolean(true))
                .isFalse();
        caller.post(CONFIRM, Map.of("code", "123456")).expect(409, "CONFLICT");
        var first = caller.post(TOTP, null).expect(200).ok().path("secret").asString();
        var second = caller.post(TOTP, null).expect(200).ok().path("secret").asString();
        caller.post(CONFIRM, Map.of("code", TotpCodes.at(first, 0))).expect(400, "VALIDATION_ERROR");
        caller.post(CONFIRM, Map.of("code", TotpCodes.at(second, 0))).expect(200);
        caller.post(TOTP, null).expect(409, "CONFLICT");
        var state = caller.get(FACTORS).expect(200).ok();
        assertThat(state.path("totp").asBoolean()).isTrue();
        assertThat(state.path("required").asBoolean()).isFalse();
        assertThat(state.path("backupCodesLeft").asInt(-1)).isZero();
        login(user).expect(401, "OTP_REQUIRED");
    }

    @Test
    void limitsHowOftenACodeIsTried() {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        var caller = with(login(user).expect(200));
        caller.post(TOTP, null).expect(200);
        for (var tries = 0; tries < 5; tries++) {
            caller.post(CONFIRM, Map.of("code", "000000")).expect(400, "VALIDATION_ERROR");
        }
        var refused = caller.post(CONFIRM, Map.of("code", "000000")).expect(429, "RATE_LIMITED");
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }

    @Test
    void factorsAreRemovedWithACurrentCode() {
        var user = KEYCLOAK.create(new NewUser().role("customer").otp());
        var caller = with(login(user, PASSWORD, TotpCodes.at(0)).expect(200));
        caller.send("DELETE", FACTORS, Map.of("code", "000000")).expect(400, "VALIDATION_ERROR");
        caller.send("DELETE", FACTORS, Map.of("code", TotpCodes.at(0))).expect(400, "VALIDATION_ERROR");
        caller.send("DELETE", FACTORS, null).expect(400);
        caller.send("DELETE", FACTORS, Map.of("code", TotpCodes.at(1))).expect(204);
        caller.send("DELETE", FACTORS, Map.of("code", TotpCodes.at(1))).expect(409, "CONFLICT");
        login(user).expect(200);
    }

    @Test
    void anAdministratorWhoRemovesHisFactorsIsSignedOut() {
        var user = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        var login = login(user, PASSWORD, TotpCodes.at(0)).expect(200);
        with(login).send("DELETE", FACTORS, Map.of("code", TotpCodes.at(1))).expect(204);
        var id = UUID.fromString(KEYCLOAK.id(user));
        events.expect(SessionEnded.class, ended -> ended.userId().equals(id));
        refresh(text(login, "refresh_token")).expect(401, "UNAUTHENTICATED");
        login(user).expect(403, "OTP_ENROLMENT_REQUIRED");
    }

    private static Map<String, String> credentials(String email) {
        return Map.of("email", email, "password", PASSWORD);
    }

    private static Map<String, String> confirmation(String email, String code) {
        return Map.of("email", email, "password", PASSWORD, "code", code);
    }
}
