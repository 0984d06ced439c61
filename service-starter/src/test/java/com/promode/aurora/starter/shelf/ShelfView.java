package com.promode.aurora.starter.shelf;

import com.promode.aurora.starter.web.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ShelfView(
        UUID id,
        String name,
        ShelfKind kind,
        BigDecimal width,
        boolean sturdy,
        @Nullable UUID parentId,
        Instant builtAt,
        long version)
        implements Versioned {}
