package com.promode.aurora.auth.security;

import java.time.Duration;
import java.util.Locale;

/** What failed sign-ins from one address within a window amount to. */
enum AddressRule {
    /** One keeps guessing. */
    BRUTE_FORCE(10, 1, Severity.HIGH, "%1$d failed sign-ins from %3$s within %4$d minutes"),
    /** Many names are tried, as by somebody who has a list of them. */
    CREDENTIAL_STUFFING(5, 5, Severity.HIGH, "Sign-ins as %2$d users failed from %3$s within %4$d minutes"),
    MASS_CREDENTIAL_STUFFING(20, 20, Severity.CRITICAL, "Sign-ins as %2$d users failed from %3$s within %4$d minutes");

    static final Duration WINDOW = Duration.ofMinutes(5);

    private final int failures;
    private final int names;
    private final Severity severity;
    private final String description;

    AddressRule(int failures, int names, Severity severity, String description) {
        this.failures = failures;
        this.names = names;
        this.severity = severity;
        this.description = description;
    }

    boolean isMetBy(long failed, long tried) {
        return failed >= failures && tried >= names;
    }

    Severity severity() {
        return severity;
    }

    String describe(long failed, long tried, String address) {
        return description.formatted(failed, tried, address, WINDOW.toMinutes());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
