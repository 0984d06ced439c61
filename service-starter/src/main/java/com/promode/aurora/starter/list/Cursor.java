package com.promode.aurora.starter.list;

import com.promode.aurora.starter.web.BusinessException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;

/** Where a keyset list goes on: after the item with this time and key. Opaque to callers. */
record Cursor(OffsetDateTime time, UUID key) {

    static Cursor parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            return new Cursor(OffsetDateTime.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException ignored) {
            throw BusinessException.invalid("cursor", "is not a nextCursor of this list");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + "|" + key).getBytes(StandardCharsets.UTF_8));
    }
}
