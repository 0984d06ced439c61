package com.promode.aurora.auth.user;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.starter.web.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record UserView(
        UUID id,
        String email,
        String firstName,
        String lastName,
        @Nullable String phone,
        @Nullable String avatarUrl,
        String status,
        List<String> roles,
        boolean emailVerified,
        @Nullable Instant lastLogin,
        Instant createdAt,
        @JsonIgnore long version)
        implements Versioned {}
