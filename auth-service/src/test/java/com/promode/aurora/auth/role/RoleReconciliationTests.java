package com.promode.aurora.auth.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.auth.WithAdministrators;
import com.promode.aurora.test.Api;
import com.promode.aurora.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a crash or a hand at the console leaves behind in Keycloak. */
class RoleReconciliationTests extends WithAdministrators {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Api admin = api;

    @BeforeEach
    void signIn() {
        admin = administrator();
        create(unique("first"));
    }

    @Test
    void removesARoleThatIsNobodys() {
        var stray = unique("stray");
        KEYCLOAK.call("POST", client() + "/roles", Map.of("name", stray));
        await().atMost(SOON).until(() -> !names().contains(stray));
    }

    @Test
    void bringsBackARoleThatIsMissing() {
        var name = unique("missing");
        create(name);
        KEYCLOAK.call("DELETE", client() + "/roles/" + name, null);
        await().atMost(SOON).until(() -> names().contains(name));
        var email = unique("holder") + "@aurora.local";
        admin.post(USERS, newUser(email, List.of(name))).expect(201);
        assertThat(texts(login(email).ok().path("user").path("permissions"))).containsExactly("orders:own");
    }

    @Test
    void takesAwayWhatTheRoleMustNotGrant() {
        var name = unique("swollen");
        create(name);
        var composites = client() + "/roles/" + name + "/composites";
        KEYCLOAK.call("POST", composites, List.of(KEYCLOAK.role("sensor")));
        await().atMost(SOON).until(() -> texts(KEYCLOAK.call("GET", composites, null), "name")
                .equals(List.of("orders:own")));
    }

    private void create(String name) {
        admin.post(ROLES, Map.of("name", name, "permissions", List.of("orders:own")))
                .expect(201);
    }

    private static List<String> names() {
        return texts(KEYCLOAK.call("GET", client() + "/roles?max=1000", null), "name");
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(node -> node.path(field).asString()).toList();
    }

    private static String client() {
        var clients = KEYCLOAK.call("GET", "/clients?clientId=tenant-" + TestTokens.PROMODE, null);
        return "/clients/" + clients.get(0).path("id").asString();
    }
}
