package com.promode.aurora.inventory.category;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A category as a caller writes it. */
record SaveCategory(
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 2000) String description,
        @Nullable UUID parentId,

        @Nullable @Pattern(regexp = "#[0-9A-Fa-f]{6}", message = "must be a colour such as #4CAF50")
        String color) {}
