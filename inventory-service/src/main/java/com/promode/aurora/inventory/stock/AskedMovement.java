package com.promode.aurora.inventory.stock;

import io.micrometer.context.ContextSnapshot;
import java.util.function.Supplier;

/** A movement that one of several callers asks for, with who he is and which trace it belongs to. */
public record AskedMovement(MoveStock command, ContextSnapshot context) {

    /** Does something as if the caller did it. */
    <V> V asCaller(Supplier<V> work) {
        try (var ignored = context.setThreadLocals()) {
            return work.get();
        }
    }
}
