package com.promode.aurora.starter.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The caller's {@code If-Match} (RFC 9110, section 13.1.1), as an argument of a controller method; absent means any.
 *
 * @param header as it came, null if absent
 */
public record IfMatch(@Nullable String header) {

    /** Refuses with 412 {@code STALE} unless this version is one that the caller named. */
    public void check(long version) {
        if (header != null
                && Arrays.stream(header.split(",")).map(String::strip).noneMatch(tag -> matches(tag, version))) {
            throw BusinessException.stale(version);
        }
    }

    private static boolean matches(String tag, long version) {
        return tag.equals("*") || tag.equals("\"" + version + "\"");
    }
}
