package com.promode.aurora.starter.shelf;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SaveShelf(
        @NotBlank @Size(max = 100) String name,
        @NotNull ShelfKind kind,
        @NotNull @Positive BigDecimal width,
        boolean sturdy,
        @Nullable UUID parentId,
        @NotNull Instant builtAt) {}
