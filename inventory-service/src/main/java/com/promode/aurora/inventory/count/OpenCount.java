package com.promode.aurora.inventory.count;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OpenCount(
        @NotNull UUID locationId,
        @Nullable @Size(max = 2000) String notes) {}
