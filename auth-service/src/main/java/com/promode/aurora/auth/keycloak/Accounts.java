package com.promode.aurora.auth.keycloak;

import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Finds accounts; for an administrator there are only those of his tenant. */
@Component
public class Accounts {

    private static final String PERMISSIONS_CLIENT = "aurora-api";

    private final KeycloakAdmin keycloak;
    private final Tenants tenants;

    Accounts(KeycloakAdmin keycloak, Tenants tenants) {
        this.keycloak = keycloak;
        this.tenants = tenants;
    }

    /**
     * An account of the current tenant.
     *
     * @throws BusinessException 404 for another tenant's as for none
     */
    public Account ofTenant(UUID id) {
        var tenant = tenants.current();
        try {
            var account = keycloak.user(id);
            if (account.tenant().filter(tenant::equals).isPresent()) {
                return account;
            }
        } catch (HttpClientErrorException.NotFound e) {
            // as another tenant's
        }
        throw BusinessException.notFound("user", id);
    }

    /** Whoever signs in with this address, of whichever tenant. */
    public Optional<Account> ofEmail(String email) {
        return keycloak.usersByEmail(email.strip().toLowerCase(Locale.ROOT)).stream()
                .findFirst();
    }

    /** The concrete permissions that an account's next token will hold. */
    public Set<String> permissions(UUID id) {
        return keycloak.clients(PERMISSIONS_CLIENT).stream()
                .flatMap(client -> keycloak.clientRoles(id, client.id()).stream())
                .map(Role::name)
                .collect(Collectors.toSet());
    }
}
