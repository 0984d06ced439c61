package com.promode.aurora.auth.setting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.starter.web.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A setting as it holds for the tenant.
 *
 * @param updatedBy null while nobody has set it
 * @param version 0 while nobody has set it
 */
record SettingView(
        String key,
        JsonNode value,
        SettingType type,
        String description,
        boolean isPublic,
        @Nullable UUID updatedBy,
        @Nullable Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {}
