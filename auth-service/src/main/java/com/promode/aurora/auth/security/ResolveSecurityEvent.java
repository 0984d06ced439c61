package com.promode.aurora.auth.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What has come of looking into it. */
record ResolveSecurityEvent(
        @NotNull SecurityEventStatus status,
        @Size(min = 1, max = 2000) @Nullable String note) {}
