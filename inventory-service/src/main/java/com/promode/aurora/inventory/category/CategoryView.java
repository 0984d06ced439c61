package com.promode.aurora.inventory.category;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.promode.aurora.starter.web.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record CategoryView(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable UUID parentId,
        @Nullable String color,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version)
        implements Versioned {}
