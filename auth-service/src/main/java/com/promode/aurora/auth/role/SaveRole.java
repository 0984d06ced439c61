package com.promode.aurora.auth.role;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role as a caller writes it.
 *
 * @param permissions names, or wildcards such as {@code stock:*}
 * @param isActive true when absent
 */
record SaveRole(
        @NotNull
        @Pattern(
                regexp = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N} _.-]{0,48}[\\p{L}\\p{N}])?",
                message = "must be 1 to 50 letters, digits, spaces, dots, dashes or underscores")
        String name,

        @Nullable @Size(max = 500) String description,

        @NotNull @Size(max = 200) List<@NotBlank @Size(max = 100) String> permissions,
        @Nullable Boolean isActive) {

    boolean active() {
        return isActive == null || isActive;
    }

    String text() {
        return description == null ? "" : description.strip();
    }
}
