package com.promode.aurora.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an administrator does to users, and how the system guards them. */
@EndToEndTest
class AdministrationTests {

    private static final String LOGIN = "/api/auth/login";
    private static final String ME = "/api/auth/me";
    private static final String USERS = "/api/admin/users";
    private static final String LEVELS = Warehouse.LEVELS;
    private static final String SECURITY_EVENTS = "/api/admin/security/events";
    private static final Duration OUT = Duration.ofSeconds(5);
    private static final Duration TOLD = Duration.ofSeconds(1);
    private static final int TRIES_UNTIL_LOCKED = 5;
    private static final int SESSION_ENDED = 4403;

    private final LocalSystem system;
    private final Client admin;
    private final String email = UUID.randomUUID() + "@aurora.local";

    AdministrationTests(LocalSystem system) {
        this.system = system;
        this.admin = system.as("admin@aurora.local");
    }

    @Test
    void aUserIsRefusedThenGrantedThenOutAtOnceAndTheRecordsTellIt() throws Exception {
        var user = createUser();
        var signedIn = system.anonymous().signIn(email);
        signedIn.get(LEVELS).expect(403);

        var role = createRole("stock:read");
        admin.post(USERS + "/" + user + "/roles", Map.of("roles", List.of(role)))
                .expect(200);
        var granted = signedIn.signedIn(refresh(signedIn).expect(200));
        granted.get(LEVELS).expect(200);

        try (var socket = Socket.open(granted, "/ws/inventory/alerts")) {
            admin.put(USERS + "/" + user + "/status", Map.of("status", "inactive"))
                    .expect(200);

            await().atMost(OUT).untilAsserted(() -> {
                granted.get(ME).expect(401);
                granted.get(LEVELS).expect(401);
            });
            assertThat(socket.closed().get(OUT.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(SESSION_ENDED);
        }
        refresh(granted).expect(401);
        system.anonymous().post(LOGIN, login(Client.PASSWORD)).expect(401);

        await().untilAsserted(() -> {
            assertThat(audited("resourceId=" + user)).contains("user.create", "user.roles.give", "user.status");
            assertThat(audited("action=role.create")).isNotEmpty();
            assertThat(raisedAbout(user)).contains("unauthorized_access", "failed_login");
        });
    }

    @Test
    void guessingLocksTheAccountAndWhoWatchesIsToldAtOnce() {
        var user = createUser();
        try (var watch = Socket.open(admin, "/ws/admin/security-events")) {
            for (var tries = 0; tries < TRIES_UNTIL_LOCKED; tries++) {
                system.anonymous().post(LOGIN, login("Wrong!2026")).expect(401);
            }

            await().atMost(TOLD).pollInterval(Duration.ofMillis(10)).until(() -> watch.heard().stream()
                    .map(heard -> heard.message().path("data"))
                    .anyMatch(event -> event.path("eventType").asString().equals("account_lockout")
                            && event.path("userId").asString().equals(user.toString())));
        }
        system.anonymous().post(LOGIN, login(Client.PASSWORD)).expect(401);

        admin.post(USERS + "/" + user + "/unlock", null).expect(200);

        system.anonymous().signIn(email).get(ME).expect(200);
    }

    private UUID createUser() {
        return admin.post(
                        USERS,
                        Map.of(
                                "email", email,
                                "firstName", "Asha",
                                "lastName", "Pillai",
                                "password", Client.PASSWORD))
                .expect(201)
                .id();
    }

    private String createRole(String permission) {
        var name = "Reader " + UUID.randomUUID();
        return admin.post("/api/admin/roles", Map.of("name", name, "permissions", List.of(permission)))
                .expect(201)
                .data()
                .path("name")
                .asString();
    }

    private Map<String, String> login(String password) {
        return Map.of("email", email, "password", password);
    }

    private Answer refresh(Client client) {
        return system.anonymous().post("/api/auth/refresh", Map.of("refresh_token", client.refreshToken()));
    }

    private List<String> audited(String filter) {
        return texts("/api/admin/security/audit-logs?" + filter, "action");
    }

    private List<String> raisedAbout(UUID user) {
        return texts(SECURITY_EVENTS + "?userId=" + user, "eventType");
    }

    private List<String> texts(String path, String field) {
        return admin.get(path)
                .expect(200)
                .data()
                .valueStream()
                .map(each -> each.path(field).asString())
                .toList();
    }
}
