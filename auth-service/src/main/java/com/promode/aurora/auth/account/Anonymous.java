package com.promode.aurora.auth.account;

import com.promode.aurora.auth.keycloak.Account;
import com.promode.aurora.auth.keycloak.AccountChange;
import com.promode.aurora.auth.user.UserView;

/** A user of whom nothing personal is left: only what others' records refer to. */
final class Anonymous {

    /** Reserved by RFC 2606: no mail ever goes there. */
    private static final String DOMAIN = "@removed.invalid";

    private Anonymous() {}

    static AccountChange of(Account account) {
        return AccountChange.of(account)
                .reachedAt(account.id() + DOMAIN)
                .named("Removed", "User")
                .with("phone", null)
                .with("avatar_url", null);
    }

    static boolean is(UserView user) {
        return user.email().endsWith(DOMAIN);
    }
}
