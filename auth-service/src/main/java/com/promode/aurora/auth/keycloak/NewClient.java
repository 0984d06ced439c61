package com.promode.aurora.auth.keycloak;

/** A client that nobody signs in with: it only holds roles. */
public record NewClient(
        String clientId,
        String name,
        boolean bearerOnly,
        boolean publicClient,
        boolean standardFlowEnabled,
        boolean implicitFlowEnabled,
        boolean directAccessGrantsEnabled,
        boolean fullScopeAllowed) {

    public static NewClient holdingRoles(String clientId, String name) {
        return new NewClient(clientId, name, true, false, false, false, false, false);
    }
}
