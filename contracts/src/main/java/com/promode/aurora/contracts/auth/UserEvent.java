package com.promode.aurora.contracts.auth;

import com.promode.aurora.contracts.IntegrationEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What auth-service announces about users and roles, in order per user and per role. */
public sealed interface UserEvent extends IntegrationEvent {

    String TOPIC = "auth.user";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * A user was created, changed or removed.
     *
     * @param version of the user row; a consumer drops what is not newer than what it has
     * @param status active, inactive or suspended
     * @param permissions concrete, wildcards expanded
     * @param deleted true when the user is gone for good
     */
    record UserChanged(
            UUID eventId,
            Instant recordedAt,
            UUID userId,
            long version,
            String email,
            String firstName,
            String lastName,
            @Nullable String phone,
            String status,
            List<String> roles,
            List<String> permissions,
            boolean deleted)
            implements UserEvent {

        @Override
        public String key() {
            return userId.toString();
        }
    }

    /**
     * A role was created, changed or removed; the users who hold it are told of by {@link UserChanged}.
     *
     * @param version of the role; a consumer drops what is not newer than what it has
     * @param permissions concrete, wildcards expanded
     */
    record RoleChanged(
            UUID eventId,
            Instant recordedAt,
            UUID roleId,
            long version,
            String name,
            List<String> permissions,
            boolean isActive,
            boolean deleted)
            implements UserEvent {

        @Override
        public String key() {
            return roleId.toString();
        }
    }
}
