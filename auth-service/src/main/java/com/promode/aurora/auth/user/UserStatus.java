package com.promode.aurora.auth.user;

import com.fasterxml.jackson.annotation.JsonValue;
import com.promode.aurora.auth.keycloak.Account;
import jakarta.persistence.EnumeratedValue;

public enum UserStatus {
    ACTIVE("active"),
    INACTIVE("inactive"),
    SUSPENDED("suspended");

    @JsonValue
    @EnumeratedValue
    private final String wire;

    UserStatus(String wire) {
        this.wire = wire;
    }

    /** Keycloak only knows on and off; why an account is off is an attribute. */
    static UserStatus of(Account account) {
        if (account.enabled()) {
            return ACTIVE;
        }
        return account.attribute("status").filter(SUSPENDED.wire::equals).isPresent() ? SUSPENDED : INACTIVE;
    }

    @Override
    public String toString() {
        return wire;
    }
}
