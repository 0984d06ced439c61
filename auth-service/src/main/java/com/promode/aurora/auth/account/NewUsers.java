package com.promode.aurora.auth.account;

import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.keycloak.NewAccount;
import com.promode.aurora.auth.keycloak.Refusals;
import com.promode.aurora.auth.password.PasswordRules;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes users in Keycloak, and undoes it when the transaction that wanted them fails. */
@Component
class NewUsers {

    private static final Logger LOG = LoggerFactory.getLogger(NewUsers.class);

    /** Attribute with the request that made the user: sent again after a crash it finds its own work. */
    private static final String REQUEST = "created_by_request";

    private final KeycloakAdmin keycloak;
    private final Tenants tenants;
    private final PasswordRules passwords;
    private final InvitationProperties invitation;

    NewUsers(KeycloakAdmin keycloak, Tenants tenants, PasswordRules passwords, InvitationProperties invitation) {
        this.keycloak = keycloak;
        this.tenants = tenants;
        this.passwords = passwords;
        this.invitation = invitation;
    }

    /** Makes the user, or finds the one that the same request has made before; 409 when the address is taken. */
    UUID add(CreateUser command, UUID request) {
        var email = address(command.email());
        var left = ofRequest(email, request);
        if (left.isPresent()) {
            return left.get();
        }
        if (command.password() != null) {
            passwords.check(command.password());
        }
        var added = Refusals.translated(() -> keycloak.addUser(NewAccount.of(
                email,
                command.firstName().strip(),
                command.lastName().strip(),
                attributes(command, request),
                command.password())));
        var id = id(Objects.requireNonNull(added.getHeaders().getLocation()));
        removeOnRollback(id);
        return id;
    }

    /** Sends the link with which he chooses his password. */
    void invite(UUID id) {
        try {
            keycloak.sendActions(id, invitation.lifespan().toSeconds(), List.of("UPDATE_PASSWORD"));
        } catch (BusinessException e) {
            LOG.warn("The invitation of user {} could not be sent", id);
            throw BusinessException.unavailable(
                    "The invitation can't be sent right now, so the user was not made; try again, or give a password");
        }
    }

    static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<UUID> ofRequest(String email, UUID request) {
        return keycloak.usersByEmail(email).stream()
                .findFirst()
                .map(found -> keycloak.user(found.id()))
                .filter(found -> found.attribute(REQUEST)
                        .filter(request.toString()::equals)
                        .isPresent())
                .filter(found ->
                        found.tenant().filter(tenants.current()::equals).isPresent())
                .map(Account::id);
    }

    private Map<String, List<String>> attributes(CreateUser command, UUID request) {
        var attributes = new HashMap<String, List<String>>();
        attributes.put(Tenants.CLAIM, List.of(tenants.current().toString()));
        attributes.put(REQUEST, List.of(request.toString()));
        if (command.phone() != null) {
            attributes.put("phone", List.of(command.phone()));
        }
        if (command.avatarUrl() != null) {
            attributes.put("avatar_url", List.of(command.avatarUrl()));
        }
        return attributes;
    }

    private void removeOnRollback(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    remove(id);
                }
            }
        });
    }

    private void remove(UUID id) {
        try {
            keycloak.removeUser(id);
        } catch (RuntimeException e) {
            LOG.warn("User {} was made in vain and is left over in Keycloak, without roles: {}", id, e.toString());
        }
    }

    private static UUID id(URI location) {
        var path = location.getPath();
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
