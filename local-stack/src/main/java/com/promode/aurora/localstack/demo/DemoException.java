package com.promode.aurora.localstack.demo;

import org.jspecify.annotations.Nullable;

/** Why the demo can't go on, in words for the one who runs it. */
final class DemoException extends RuntimeException {

    private final int status;

    DemoException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    DemoException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** HTTP status of the answer that ended it, 0 where there was none. */
    int status() {
        return status;
    }
}
