package com.promode.aurora.auth.access;

import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.util.Collection;

/** Nobody raises himself: what a caller hands out, or takes hold of, is no more than he holds. */
public final class Authority {

    private Authority() {}

    /**
     * Refuses with 403 unless the caller holds all these permissions.
     *
     * @param what he would have to be above, for the message, e.g. {@code the role customer}
     */
    public static void requireOver(Collection<String> permissions, String what) {
        var caller = Caller.current();
        permissions.stream()
                .filter(permission -> !caller.may(permission))
                .sorted()
                .findFirst()
                .ifPresent(missing -> {
                    throw BusinessException.forbidden(
                            "You do not hold %s, which %s does; ask somebody who holds it", missing, what);
                });
    }
}
