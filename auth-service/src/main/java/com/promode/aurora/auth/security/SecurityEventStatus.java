package com.promode.aurora.auth.security;

import com.fasterxml.jackson.annotation.JsonValue;
import com.promode.aurora.starter.web.BusinessException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far it has been looked into. */
enum SecurityEventStatus {
    OPEN,
    INVESTIGATING,
    RESOLVED,
    FALSE_POSITIVE;

    /** Whether nothing is left to do. */
    boolean isFinal() {
        return this == RESOLVED || this == FALSE_POSITIVE;
    }

    /** Refuses a move that there is not. */
    void checkMoveTo(SecurityEventStatus next) {
        if (!next().contains(next)) {
            throw BusinessException.conflict(
                    "INVALID_TRANSITION",
                    "A security event that is %s can't become %s; allowed: %s",
                    this,
                    next,
                    next().isEmpty() ? "nothing" : next());
        }
    }

    private Set<SecurityEventStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(INVESTIGATING, RESOLVED, FALSE_POSITIVE);
            case INVESTIGATING -> EnumSet.of(RESOLVED, FALSE_POSITIVE);
            case RESOLVED, FALSE_POSITIVE -> EnumSet.noneOf(SecurityEventStatus.class);
        };
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
