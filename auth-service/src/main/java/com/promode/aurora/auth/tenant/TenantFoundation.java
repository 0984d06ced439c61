package com.promode.aurora.auth.tenant;

import com.promode.aurora.auth.account.AccountService;
import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.user.UserView;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a tenant, then its first administrator: two transactions, both the new tenant's, so never within one of the caller's.
 * Sent again after a crash or a refusal in between it goes on where it stopped.
 */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class TenantFoundation {

    private final TenantService service;
    private final TenantQueries queries;
    private final AccountService accounts;
    private final KeycloakAdmin keycloak;
    private final Tenants tenants;

    TenantFoundation(
            TenantService service,
            TenantQueries queries,
            AccountService accounts,
            KeycloakAdmin keycloak,
            Tenants tenants) {
        this.service = service;
        this.queries = queries;
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.tenants = tenants;
    }

    CreatedTenant create(CreateTenant command) {
        var id = queries.find(command.code()).map(TenantView::id).orElseGet(Ids::next);
        var tenant = command.tenant(id);
        requireFree(command.admin().email(), id);
        tenants.run(id, () -> service.found(tenant));
        var admin = new AtomicReference<UserView>();
        tenants.run(id, () -> admin.set(accounts.createFirst(command.admin(), id)));
        return CreatedTenant.of(queries.find(command.code()).orElseThrow(), Objects.requireNonNull(admin.get()));
    }

    /** Before the tenant is made, which could not be unmade. */
    private void requireFree(String email, UUID tenant) {
        keycloak.usersByEmail(email.strip().toLowerCase(Locale.ROOT)).stream()
                .map(Account::id)
                .map(keycloak::user)
                .filter(account -> account.tenant().filter(tenant::equals).isEmpty())
                .findFirst()
                .ifPresent(taken -> {
                    throw BusinessException.conflict("DUPLICATE", "The e-mail address is taken");
                });
    }
}
