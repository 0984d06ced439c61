package com.promode.aurora.auth.account;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a request that is sent again from a new one. */
final class Requests {

    private Requests() {}

    /** The same for the same caller and Idempotency-Key; without a key no two are the same. */
    static UUID of(@Nullable String key) {
        return key == null
                ? Ids.next()
                : UUID.nameUUIDFromBytes((Caller.current().id() + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
