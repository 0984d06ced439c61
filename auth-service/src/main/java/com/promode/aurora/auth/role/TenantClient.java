package com.promode.aurora.auth.role;

import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.KeycloakAdmin.Client;
import com.promode.aurora.auth.keycloak.KeycloakAdmin.ClientScope;
import com.promode.aurora.auth.keycloak.KeycloakAdmin.TokenClaim;
import com.promode.aurora.auth.keycloak.NewClient;
import com.promode.aurora.auth.keycloak.Refusals;
import com.promode.aurora.starter.tenant.Tenants;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The client of the realm that holds the custom roles of a tenant, made with the first of them. Names of client roles are
 * unique within their client, so that two tenants may use one name; a claim mapper puts them plain beside the built-in ones.
 */
@Component
class TenantClient {

    private static final String SCOPE = "aurora";

    private final KeycloakAdmin keycloak;
    private final Tenants tenants;

    TenantClient(KeycloakAdmin keycloak, Tenants tenants) {
        this.keycloak = keycloak;
        this.tenants = tenants;
    }

    /** Keycloak's id of the current tenant's client, as paths want it. */
    Optional<String> find() {
        return keycloak.clients(name()).stream().findFirst().map(Client::id);
    }

    /** The same, made if need be. */
    String present() {
        if (find().isEmpty()) {
            Refusals.translated(() -> keycloak.addClient(
                    NewClient.holdingRoles(name(), "Custom roles of the tenant; nobody signs in here")));
        }
        applyMapper();
        return find().orElseThrow(() -> new IllegalStateException("The realm has no client " + name()));
    }

    private void applyMapper() {
        var scope = keycloak.clientScopes().stream()
                .filter(candidate -> candidate.name().equals(SCOPE))
                .findFirst()
                .map(ClientScope::id)
                .orElseThrow(() -> new IllegalStateException("The realm has no client scope " + SCOPE));
        if (keycloak.tokenClaims(scope).stream()
                .noneMatch(mapper -> mapper.name().equals(name()))) {
            Refusals.translated(() -> keycloak.addTokenClaim(scope, mapper()));
        }
    }

    private TokenClaim mapper() {
        return new TokenClaim(
                name(),
                "openid-connect",
                "oidc-usermodel-client-role-mapper",
                Map.of(
                        "usermodel.clientRoleMapping.clientId", name(),
                        "claim.name", "roles",
                        "multivalued", "true",
                        "jsonType.label", "String",
                        "access.token.claim", "true",
                        "id.token.claim", "true",
                        "userinfo.token.claim", "true",
                        "introspection.token.claim", "true"));
    }

    private String name() {
        return "tenant-" + tenants.current();
    }
}
