package com.promode.aurora.auth.password;

import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.Accounts;
import com.promode.aurora.auth.keycloak.KeycloakAdmin;
import com.promode.aurora.auth.session.Login;
import com.promode.aurora.auth.session.SessionEnding;
import com.promode.aurora.auth.session.SessionService;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Changes passwords in Keycloak; whoever holds tokens by the old one is signed out. */
@Service
class PasswordService {

    /** The code of a refusal whose password, and second factor, were right. */
    private static final String PASSWORD_CHANGE_REQUIRED = "PASSWORD_CHANGE_REQUIRED";

    private final PasswordRules rules;
    private final SessionService sessions;
    private final SessionEnding ending;
    private final Accounts accounts;
    private final KeycloakAdmin keycloak;
    private final PasswordTrail trail;
    private final Tenants tenants;

    PasswordService(
            PasswordRules rules,
            SessionService sessions,
            SessionEnding ending,
            Accounts accounts,
            KeycloakAdmin keycloak,
            PasswordTrail trail,
            Tenants tenants) {
        this.rules = rules;
        this.sessions = sessions;
        this.ending = ending;
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.trail = trail;
        this.tenants = tenants;
    }

    /** One's own, proved by the old one as at a sign-in. */
    void change(ChangePassword change) {
        rules.check(change.newPassword()); // first: it says nothing of the account, and uses up no code
        var account = prove(change);
        rules.set(account.id(), change.newPassword(), false);
        account.tenant()
                .ifPresentOrElse(
                        tenant -> tenants.run(tenant, () -> {
                            ending.after(account.id());
                            trail.changed("password.change", account.id(), account.id());
                        }),
                        () -> ending.after(account.id()));
    }

    /** Somebody else's. Whoever may do what the caller may not is beyond him, or he could become him. */
    void reset(UUID id, String password) {
        if (id.equals(Caller.current().id())) {
            throw BusinessException.forbidden("Your own password is changed with POST /api/auth/password");
        }
        var account = accounts.ofTenant(id);
        if (!accounts.permissions(id).stream().allMatch(Caller.current()::may)) {
            throw BusinessException.forbidden("The user holds permissions that you do not hold");
        }
        rules.check(password);
        rules.set(account.id(), password, true);
        ending.block(account.id());
        trail.changed("password.reset", account.id(), Caller.current().id());
    }

    void unlock(UUID id) {
        keycloak.unlock(accounts.ofTenant(id).id());
        trail.record("user.unlock", id);
    }

    private Account prove(ChangePassword change) {
        try {
            var signedIn = sessions.open(new Login(change.email(), change.currentPassword(), change.otp()));
            return keycloak.user(signedIn.user().id());
        } catch (BusinessException e) {
            if (!e.code().equals(PASSWORD_CHANGE_REQUIRED)) {
                throw e;
            }
            return accounts.ofEmail(change.email()).orElseThrow(() -> e);
        }
    }
}
