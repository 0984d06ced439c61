package com.promode.aurora.auth.password;

import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.Accounts;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.starter.tenant.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Mails those who forgot their password a link to Keycloak's page for a new one. Done after the answer has gone, so that
 * neither it nor its time says whether there is such an account.
 */
@Component
class PasswordMails {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordMails.class);
    private static final List<String> NEW_PASSWORD = List.of("UPDATE_PASSWORD");

    private final Accounts accounts;
    private final KeycloakAdmin keycloak;
    private final PasswordProperties properties;
    private final PasswordTrail trail;
    private final Tenants tenants;
    private final TaskExecutor later;
    private final MailLimit perAccount;
    private final MailLimit perAddress;

    PasswordMails(
            Accounts accounts,
            KeycloakAdmin keycloak,
            PasswordProperties properties,
            PasswordTrail trail,
            Tenants tenants,
            TaskExecutor applicationTaskExecutor,
            Clock clock) {
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.properties = properties;
        this.trail = trail;
        this.tenants = tenants;
        this.later = applicationTaskExecutor;
        this.perAccount = new MailLimit(properties.mailsPerAccount(), properties.window(), clock);
        this.perAddress = new MailLimit(properties.mailsPerAddress(), properties.window(), clock);
    }

    void send(String email, String address) {
        var account = email.strip().toLowerCase(Locale.ROOT);
        if (perAddress.allows(address) && perAccount.allows(account)) {
            later.execute(() -> send(account));
        }
    }

    private void send(String email) {
        try {
            accounts.ofEmail(email).filter(Account::enabled).ifPresent(this::send);
        } catch (RuntimeException e) {
            LOG.warn("No message to somebody who forgot his password: {}", e.toString());
        }
    }

    /** Recorded first: when Keycloak's answer is late, the message may be out all the same. */
    private void send(Account account) {
        account.tenant().ifPresent(tenant -> tenants.run(tenant, () -> trail.record("password.forgot", account.id())));
        keycloak.mailActions(
                account.id(), properties.portal(), properties.linkLife().toSeconds(), NEW_PASSWORD);
    }
}
