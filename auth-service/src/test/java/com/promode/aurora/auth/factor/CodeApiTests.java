package com.promode.aurora.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.TextMessages;
import com.promode.aurora.auth.WithKeycloak;
import com.promode.aurora.auth.session.TotpCodes;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.Api.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Codes of text messages and backup codes, and that every code is good once. */
class CodeApiTests extends WithKeycloak {

    private static final String SMS = "/api/auth/2fa/sms";
    private static final String BACKUP = "/api/auth/2fa/backup-codes";
    private static final TextMessages MESSAGES = TextMessages.running();

    @Test
    void aTextMessageIsASecondFactor() {
        var phone = phone();
        var user = KEYCLOAK.create(new NewUser().role("customer").phone(phone));
        var caller = with(login(user).expect(200));
        caller.post(SMS, null).expect(200);
        caller.post(SMS + "/confirm", Map.of("code", "12")).expect(400, "VALIDATION_ERROR");
        login(user).expect(200);
        var state = caller.post(SMS + "/confirm", Map.of("code", MESSAGES.codeTo(phone)))
                .expect(200)
                .ok();
        assertThat(state.path("sms").asBoolean()).isTrue();
        assertThat(state.path("phone").asString()).startsWith("+***").endsWith(phone.substring(phone.length() - 2));

        login(user).expect(401, "OTP_REQUIRED");
        assertThat(MESSAGES.to(phone)).isEqualTo(2);
        var code = MESSAGES.codeTo(phone);
        login(user, PASSWORD, code).expect(200);
        login(user, PASSWORD, code).expect(401, "UNAUTHENTICATED");
        login(user, "Wrong!2026", null).expect(401, "UNAUTHENTICATED");
        assertThat(MESSAGES.to(phone)).isEqualTo(2);
    }

    @Test
    void sendsThreeMessagesInAQuarterOfAnHour() {
        var phone = phone();
        var caller = with(login(KEYCLOAK.create(new NewUser().role("customer").phone(phone)))
                .expect(200));
        for (var sent = 0; sent < 3; sent++) {
            caller.post(SMS, null).expect(200);
        }
        caller.post(SMS, null).expect(429, "RATE_LIMITED");
        assertThat(MESSAGES.to(phone)).isEqualTo(3);
    }

    @Test
    void aCodeOutlivesFiveTriesOnly() {
        var phone = phone();
        var user = withPhone(phone);
        login(user).expect(401, "OTP_REQUIRED");
        var code = MESSAGES.codeTo(phone);
        for (var tries = 0; tries < 5; tries++) {
            login(user, PASSWORD, code.equals("111111") ? "222222" : "111111").expect(401, "UNAUTHENTICATED");
        }
        KEYCLOAK.call("DELETE", "/attack-detection/brute-force/users/" + KEYCLOAK.id(user), null);
        login(user, PASSWORD, code).expect(401, "UNAUTHENTICATED");
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOneBefore() {
        var phone = phone();
        var user = withPhone(phone);
        login(user).expect(401, "OTP_REQUIRED");
        var first = MESSAGES.codeTo(phone);
        login(user).expect(401, "OTP_REQUIRED");
        var second = MESSAGES.codeTo(phone);
        if (!first.equals(second)) {
            login(user, PASSWORD, first).expect(401, "UNAUTHENTICATED");
        }
        login(user, PASSWORD, second).expect(200);
    }

    @Test
    void wantsAPhoneWithItsCountryCode() {
        var caller = with(login(KEYCLOAK.create(new NewUser().role("customer"))).expect(200));
        caller.post(SMS, null).expect(400, "VALIDATION_ERROR");
        caller.post(SMS, Map.of("phone", "12345")).expect(400, "VALIDATION_ERROR");
        caller.post(SMS, Map.of("phone", "+91 " + phone().substring(3))).expect(200);
    }

    @Test
    void saysWhenNoMessageCanBeSent() {
        var caller = with(login(KEYCLOAK.create(new NewUser().role("customer"))).expect(200));
        MESSAGES.breakDown(true);
        try {
            caller.post(SMS, Map.of("phone", phone())).expect(503, "UNAVAILABLE");
        } finally {
            MESSAGES.breakDown(false);
        }
        login("driver@aurora.local").expect(200);
    }

    @Test
    void backupCodesAreGoodOnceEach() {
        var user = KEYCLOAK.create(new NewUser().role("super_admin").otp());
        var caller = with(login(user, PASSWORD, TotpCodes.at(0)).expect(200));
        var codes = renew(caller);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("\\w{4}-\\w{4}-\\w{4}"));
        login(user, PASSWORD, codes.getFirst()).expect(200);
        login(user, PASSWORD, codes.getFirst()).expect(401, "UNAUTHENTICATED");
        login(user, PASSWORD, codes.get(1).replace("-", " ").toLowerCase(Locale.ROOT))
                .expect(200);
        assertThat(caller.get("/api/auth/2fa").ok().path("backupCodesLeft").asInt())
                .isEqualTo(8);
        assertThat(KEYCLOAK.call("GET", "/users/%s/credentials".formatted(KEYCLOAK.id(user)), null)
                        .toString())
                .doesNotContain(codes.get(2).replace("-", ""));

        var renewed = renew(caller);
        login(user, PASSWORD, codes.get(2)).expect(401, "UNAUTHENTICATED");
        login(user, PASSWORD, renewed.get(2)).expect(200);
    }

    @Test
    void backupCodesStandInForAFactorAndAreNone() {
        var user = KEYCLOAK.create(new NewUser().role("customer"));
        with(login(user).expect(200)).post(BACKUP, null).expect(409, "CONFLICT");
    }

    @Test
    void oneOfTwoAtOnceUsesACode() {
        var user = KEYCLOAK.create(new NewUser().role("customer").otp());
        assertThat(atOnce(user, TotpCodes.at(0))).containsOnlyOnce(200);
        KEYCLOAK.call("DELETE", "/attack-detection/brute-force/users/" + KEYCLOAK.id(user), null);
        var codes = renew(with(login(user, PASSWORD, TotpCodes.at(1)).expect(200)));
        assertThat(atOnce(user, codes.getFirst())).containsOnlyOnce(200);
    }

    private List<Integer> atOnce(String user, String code) {
        var answers = IntStream.range(0, 2)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> login(user, PASSWORD, code)))
                .toList();
        return answers.stream().map(CompletableFuture::join).map(Answer::status).toList();
    }

    private String withPhone(String phone) {
        var user = KEYCLOAK.create(new NewUser().role("customer").phone(phone));
        var caller = with(login(user).expect(200));
        caller.post(SMS, null).expect(200);
        caller.post(SMS + "/confirm", Map.of("code", MESSAGES.codeTo(phone))).expect(200);
        return user;
    }

    private static List<String> renew(Api caller) {
        return caller.post(BACKUP, null)
                .expect(200)
                .ok()
                .path("codes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
    }

    private static String phone() {
        return "+9198" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    }
}
