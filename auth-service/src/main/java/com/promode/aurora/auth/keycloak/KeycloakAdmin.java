package com.promode.aurora.auth.keycloak;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The part of Keycloak's administration that Aurora uses, as its service account. */
public interface KeycloakAdmin {

    /** A client of the realm; {@code id} is what paths want. */
    record Client(String id, String clientId) {}

    @GetExchange("/clients")
    List<Client> clients(@RequestParam String clientId);

    @GetExchange("/clients/{client}/roles")
    List<Role> clientRoles(@PathVariable String client, @RequestParam int max);

    @PostExchange("/clients/{client}/roles")
    void addClientRole(@PathVariable String client, @RequestBody Role role);

    @GetExchange("/roles")
    List<Role> realmRoles(@RequestParam int max);

    @PostExchange("/roles")
    void addRealmRole(@RequestBody Role role);

    @DeleteExchange("/roles-by-id/{role}")
    void removeRole(@PathVariable String role);

    @GetExchange("/roles-by-id/{role}/composites")
    List<Role> composites(@PathVariable String role);

    @PostExchange("/roles-by-id/{role}/composites")
    void addComposites(@PathVariable String role, @RequestBody List<Role> parts);

    @HttpExchange(url = "/roles-by-id/{role}/composites", method = "DELETE")
    void removeComposites(@PathVariable String role, @RequestBody List<Role> parts);

    @GetExchange("/roles/{name}/users")
    List<Account> members(@PathVariable String name, @RequestParam int first, @RequestParam int max);

    @GetExchange("/users?briefRepresentation=false")
    List<Account> users(@RequestParam int first, @RequestParam int max);

    @GetExchange("/users?exact=true")
    List<Account> usersByEmail(@RequestParam String email);

    @GetExchange("/users/{id}")
    Account user(@PathVariable UUID id);

    @GetExchange("/users/{id}/role-mappings/realm/composite")
    List<Role> realmRoles(@PathVariable UUID id);

    @GetExchange("/users/{id}/role-mappings/clients/{client}/composite")
    List<Role> clientRoles(@PathVariable UUID id, @PathVariable String client);

    @DeleteExchange("/sessions/{session}")
    void endSession(@PathVariable String session);

    // sessions and passwords

    /** A session of a user; times in milliseconds. */
    record Session(String id, @Nullable String ipAddress, long start, long lastAccess) {}

    /** What the realm asks of passwords, e.g. {@code length(8) and digits(1)}. */
    record Realm(@Nullable String passwordPolicy) {}

    /** @param temporary whether it has to be changed at the next sign-in */
    record NewPassword(String type, String value, boolean temporary) {}

    @GetExchange("/users/{id}/sessions")
    List<Session> sessions(@PathVariable UUID id);

    /** Ends all sessions of a user. */
    @PostExchange("/users/{id}/logout")
    void logout(@PathVariable UUID id);

    @GetExchange
    Realm realm();

    @PutExchange("/users/{id}/reset-password")
    void setPassword(@PathVariable UUID id, @RequestBody NewPassword password);

    /** Mails a link by which the user does what is asked; {@code lifespan} in seconds. */
    @PutExchange("/users/{id}/execute-actions-email")
    void mailActions(
            @PathVariable UUID id,
            @RequestParam("client_id") String client,
            @RequestParam long lifespan,
            @RequestBody List<String> actions);

    @DeleteExchange("/attack-detection/brute-force/users/{id}")
    void unlock(@PathVariable UUID id);

    // Users, custom roles and tenants

    /** Something that a user proves himself with, to be removed. */
    record StoredCredential(String id) {}

    /** What a client gets into its tokens. */
    record ClientScope(String id, String name) {}

    /** How a claim of a token is filled. */
    record TokenClaim(String name, String protocol, String protocolMapper, Map<String, String> config) {}

    @PostExchange("/users")
    ResponseEntity<Void> addUser(@RequestBody NewAccount account);

    @PutExchange("/users/{id}")
    void changeUser(@PathVariable UUID id, @RequestBody AccountChange change);

    @DeleteExchange("/users/{id}")
    void removeUser(@PathVariable UUID id);

    @PutExchange("/users/{id}/execute-actions-email")
    void sendActions(@PathVariable UUID id, @RequestParam long lifespan, @RequestBody List<String> actions);

    @GetExchange("/users/{id}/credentials")
    List<StoredCredential> storedCredentials(@PathVariable UUID id);

    @DeleteExchange("/users/{id}/credentials/{credential}")
    void removeCredential(@PathVariable UUID id, @PathVariable String credential);

    @PostExchange("/users/{id}/role-mappings/realm")
    void giveRealmRoles(@PathVariable UUID id, @RequestBody List<Role> roles);

    @HttpExchange(url = "/users/{id}/role-mappings/realm", method = "DELETE")
    void takeRealmRoles(@PathVariable UUID id, @RequestBody List<Role> roles);

    @PostExchange("/users/{id}/role-mappings/clients/{client}")
    void giveClientRoles(@PathVariable UUID id, @PathVariable String client, @RequestBody List<Role> roles);

    @HttpExchange(url = "/users/{id}/role-mappings/clients/{client}", method = "DELETE")
    void takeClientRoles(@PathVariable UUID id, @PathVariable String client, @RequestBody List<Role> roles);

    @GetExchange("/roles/{name}")
    Role realmRole(@PathVariable String name);

    @PutExchange("/roles-by-id/{role}")
    void changeRole(@PathVariable String role, @RequestBody Role change);

    @GetExchange("/clients/{client}/roles/{name}/users")
    List<Account> clientRoleMembers(
            @PathVariable String client, @PathVariable String name, @RequestParam int first, @RequestParam int max);

    @PostExchange("/clients")
    void addClient(@RequestBody NewClient client);

    @GetExchange("/client-scopes")
    List<ClientScope> clientScopes();

    @GetExchange("/client-scopes/{scope}/protocol-mappers/models")
    List<TokenClaim> tokenClaims(@PathVariable String scope);

    @PostExchange("/client-scopes/{scope}/protocol-mappers/models")
    void addTokenClaim(@PathVariable String scope, @RequestBody TokenClaim mapper);
}
