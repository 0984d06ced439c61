package com.promode.aurora.auth.security;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of thing has happened. */
enum SecurityEventType {
    FAILED_LOGIN,
    SUSPICIOUS_ACTIVITY,
    UNAUTHORIZED_ACCESS,
    DATA_BREACH,
    PASSWORD_CHANGE,
    ACCOUNT_LOCKOUT;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
