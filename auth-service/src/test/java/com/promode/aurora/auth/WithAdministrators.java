package com.promode.aurora.auth;

import static org.awaitility.Awaitility.await;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A test of what administrators do; they hold a role with the permissions of super_admin that asks for no code. */
public abstract class WithAdministrators extends WithKeycloak {

    protected static final String USERS = "/api/admin/users";
    protected static final String ROLES = "/api/admin/roles";

    private static final String EVERYTHING = "everything-of-tests";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Signed in, with all that a super_admin may do in tenant promode. */
    protected Api administrator() {
        return administrator(TestTokens.PROMODE);
    }

    protected Api administrator(UUID tenant) {
        return signedIn(new NewUser().tenant(tenant).role(everything()));
    }

    /** Makes the user at Keycloak's console and signs him in; he is known to the service, too. */
    protected Api signedIn(NewUser user) {
        var email = KEYCLOAK.create(user);
        var caller = with(login(email).expect(200));
        caller.get("/api/auth/me").expect(200);
        return caller;
    }

    protected static UUID idOf(Api caller) {
        return UUID.fromString(caller.get("/api/auth/me").ok().path("id").asString());
    }

    /** Makes the user at the console, and waits until the service has heard of him and of his role. */
    protected UUID known(String role, UUID tenant, Api administrator) {
        var user = new NewUser().tenant(tenant).role(role);
        var id = UUID.fromString(KEYCLOAK.id(KEYCLOAK.create(user)));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var answer = administrator.get(USERS + "/" + id);
            return answer.status() == 200 && texts(answer.ok().path("roles")).contains(role);
        });
        return id;
    }

    /** A name that no other test uses. */
    protected static String unique(String prefix) {
        return "%s-%d-%s".formatted(prefix, NUMBER.incrementAndGet(), Long.toString(System.nanoTime(), 36));
    }

    protected static Map<String, Object> newUser(String email, List<String> roles) {
        return Map.of(
                "email",
                email,
                "firstName",
                "Meera",
                "lastName",
                "Nair",
                "phone",
                "+91 98450 12345",
                "roles",
                roles,
                "password",
                PASSWORD);
    }

    protected static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static synchronized String everything() {
        var known = KEYCLOAK.call("GET", "/roles?search=" + EVERYTHING, null);
        if (known.isEmpty()) {
            KEYCLOAK.call("POST", "/roles", Map.of("name", EVERYTHING));
            var parts = await().atMost(Duration.ofSeconds(60))
                    .until(() -> permissionsOf("super_admin"), found -> !found.isEmpty());
            KEYCLOAK.call("POST", "/roles/%s/composites".formatted(EVERYTHING), parts);
        }
        return EVERYTHING;
    }

    /** What the service has granted a built-in role; nothing before it has been at the realm. */
    protected static List<JsonNode> permissionsOf(String role) {
        return KEYCLOAK.call("GET", "/roles/%s/composites".formatted(role), null)
                .valueStream()
                .filter(part -> part.path("name").asString().contains(":"))
                .toList();
    }
}
