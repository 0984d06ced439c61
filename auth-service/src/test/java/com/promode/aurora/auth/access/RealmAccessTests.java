package com.promode.aurora.auth.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RealmAccessTests extends WithKeycloak {

    @Autowired
    private RealmAccess access;

    @Test
    void bringsTheCatalogueIntoTheRealm() {
        var catalogue = AccessCatalogue.load();
        var grants = access.grants();
        assertThat(catalogue.roles())
                .allSatisfy(role -> assertThat(grants.get(role.name())).isEqualTo(catalogue.permissionsOf(role)));
    }

    @Test
    void repairsABuiltInRole() {
        var sensor = KEYCLOAK.role("sensor");
        var path = "/roles-by-id/%s/composites".formatted(sensor.path("id").asString());
        KEYCLOAK.call("DELETE", path, KEYCLOAK.call("GET", path, null));
        KEYCLOAK.call("POST", path, List.of(KEYCLOAK.role("customer")));
        assertThat(access.grants().get("sensor")).containsExactly("orders:own");
        access.apply();
        assertThat(access.grants().get("sensor")).containsExactly("temperature:write");
    }

    @Test
    void addsUpWhatACustomRoleHoldsThroughOthers() {
        var name = "custom-" + UUID.randomUUID();
        KEYCLOAK.call("POST", "/roles", Map.of("name", name));
        var path = "/roles-by-id/%s/composites"
                .formatted(KEYCLOAK.role(name).path("id").asString());
        KEYCLOAK.call("POST", path, List.of(KEYCLOAK.role("customer"), KEYCLOAK.role("sensor")));
        access.apply();
        assertThat(access.grants().get(name)).containsExactlyInAnyOrder("orders:own", "temperature:write");
    }

    @Test
    void removesAPermissionThatIsNone() {
        var client = KEYCLOAK.call("GET", "/clients?clientId=aurora-api", null)
                .get(0)
                .path("id")
                .asString();
        var roles = "/clients/%s/roles".formatted(client);
        KEYCLOAK.call("POST", roles, Map.of("name", "made:up"));
        access.apply();
        assertThat(KEYCLOAK.call("GET", roles, null).valueStream().map(role -> role.path("name")
                        .asString()))
                .contains("stock:read")
                .doesNotContain("made:up");
    }
}
