package com.promode.aurora.auth.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as Keycloak's administration sees him. */
public record Account(
        UUID id,
        String username,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        boolean enabled,
        boolean emailVerified,
        long createdTimestamp,
        @Nullable Map<String, List<String>> attributes) {

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes).map(all -> all.get(name)).flatMap(values -> values.stream()
                .findFirst());
    }

    /** The tenant; empty for service accounts, and for users whom somebody made by hand and forgot it. */
    public Optional<UUID> tenant() {
        return attribute("tenant_id").map(UUID::fromString);
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(createdTimestamp);
    }
}
