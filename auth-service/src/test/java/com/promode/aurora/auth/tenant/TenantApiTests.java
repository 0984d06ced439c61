package com.promode.aurora.auth.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.auth.WithAdministrators;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.contracts.auth.TenantEvent.TenantChanged;
import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.test.Api;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantApiTests extends WithAdministrators {

    private static final String TENANTS = "/api/admin/tenants";

    private Api platform = api;

    @BeforeEach
    void signIn() {
        platform = signedIn(new NewUser().role(keeper()));
    }

    @Test
    void makesATenantWithItsFirstAdministrator() {
        var code = code();
        var email = code + "@aurora.local";
        var answer = platform.post(TENANTS, tenant(code, email)).expect(201);
        var tenant = answer.ok();
        assertThat(tenant.path("code").asString()).isEqualTo(code);
        assertThat(tenant.path("timeZone").asString()).isEqualTo("Europe/Zurich");
        assertThat(tenant.path("status").asString()).isEqualTo("active");
        assertThat(texts(tenant.path("admin").path("roles"))).containsExactly("super_admin");
        login(email).expect(403, "OTP_ENROLMENT_REQUIRED");

        var told = events.expect(TenantChanged.class, event -> event.code().equals(code));
        assertThat(told.tenantId()).isEqualTo(answer.id());
        var admin = events.expect(UserChanged.class, event -> event.email().equals(email));
        assertThat(events.header(admin, "ce_tenantid")).isEqualTo(answer.id().toString());
        var audit = events.expect(
                AuditRecorded.class,
                event -> event.action().equals("tenant.create") && answer.id().equals(event.resourceId()));
        assertThat(String.valueOf(audit.newValues())).contains(code);
    }

    @Test
    void listsTenants() {
        var code = code();
        platform.post(TENANTS, tenant(code, code + "@aurora.local")).expect(201);
        var page = platform.get(TENANTS + "?q=" + code).expect(200);
        assertThat(page.meta().path("total").asInt()).isEqualTo(1);
        assertThat(page.ok().get(0).path("name").asString()).isEqualTo("Green Farms");
        assertThat(platform.get(TENANTS + "?code=promode").ok().size()).isEqualTo(1);
    }

    @Test
    void refusesATenantThatThereIs() {
        var code = code();
        platform.post(TENANTS, tenant(code, code + "@aurora.local")).expect(201);
        platform.post(TENANTS, tenant(code, code() + "@aurora.local")).expect(409, "DUPLICATE");
        platform.post(TENANTS, tenant(code, code + "@aurora.local")).expect(409, "DUPLICATE");
    }

    @Test
    void makesNothingWhenTheAddressIsTaken() {
        var code = code();
        platform.post(TENANTS, tenant(code, "warehouse@aurora.local")).expect(409, "DUPLICATE");
        assertThat(platform.get(TENANTS + "?code=" + code).ok().size()).isZero();
    }

    @Test
    void goesOnWhereItStopped() {
        var code = code();
        var command = new HashMap<>(tenant(code, code + "@aurora.local"));
        command.put("admin", Map.of("email", code + "@aurora.local", "firstName", "A", "lastName", "B"));
        KEYCLOAK.mails().refuse(true);
        try {
            platform.post(TENANTS, command).expect(503, "UNAVAILABLE");
        } finally {
            KEYCLOAK.mails().refuse(false);
        }
        var stopped = platform.get(TENANTS + "?code=" + code).ok().get(0);
        var answer = platform.post(TENANTS, command).expect(201);
        assertThat(answer.id().toString()).isEqualTo(stopped.path("id").asString());
        assertThat(events.all(
                        AuditRecorded.class,
                        event -> event.action().equals("tenant.create")
                                && answer.id().equals(event.resourceId())))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void makesOneTenantPerIdempotencyKey() {
        var code = code();
        var once = platform.header("Idempotency-Key", unique("key"));
        var first = once.post(TENANTS, tenant(code, code + "@aurora.local")).expect(201);
        var second = once.post(TENANTS, tenant(code, code + "@aurora.local")).expect(201);
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void refusesATenantThatIsNone() {
        platform.post(TENANTS, tenant("Not a code", "a@aurora.local")).expect(400, "VALIDATION_ERROR");
        platform.post(TENANTS, Map.of("code", code(), "name", "x")).expect(400, "VALIDATION_ERROR");
        var nowhere = new HashMap<>(tenant(code(), code() + "@aurora.local"));
        nowhere.put("timeZone", "Mars/Olympus");
        platform.post(TENANTS, nowhere).expect(400, "VALIDATION_ERROR");
        var weak = new HashMap<>(tenant(code(), code() + "@aurora.local"));
        weak.put("admin", Map.of("email", "x", "firstName", "A", "lastName", "B"));
        platform.post(TENANTS, weak).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void onlyThePlatformKeepsTenants() {
        var admin = administrator();
        admin.get(TENANTS).expect(403, "FORBIDDEN");
        admin.post(TENANTS, "{").expect(403, "FORBIDDEN");
        api.get(TENANTS).expect(401, "UNAUTHENTICATED");
        platform.get(USERS).expect(403, "FORBIDDEN");
    }

    private static Map<String, Object> tenant(String code, String email) {
        return Map.of(
                "code",
                code,
                "name",
                "Green Farms",
                "timeZone",
                "Europe/Zurich",
                "admin",
                Map.of("email", email, "firstName", "Asha", "lastName", "Rao", "password", PASSWORD));
    }

    private static String code() {
        return "t" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** What platform_admin may do, without asking for a code. */
    private static synchronized String keeper() {
        var name = "keeper-of-tests";
        if (KEYCLOAK.call("GET", "/roles?search=" + name, null).isEmpty()) {
            KEYCLOAK.call("POST", "/roles", Map.of("name", name));
            var parts = await().atMost(Duration.ofSeconds(60))
                    .until(() -> permissionsOf("platform_admin"), found -> !found.isEmpty());
            KEYCLOAK.call("POST", "/roles/%s/composites".formatted(name), parts);
        }
        return name;
    }
}
