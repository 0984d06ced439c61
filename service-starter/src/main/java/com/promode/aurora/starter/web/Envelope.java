package com.promode.aurora.starter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is around every answer. */
sealed interface Envelope {

    record Success(
            boolean success,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Object data,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Object meta,

            String message)
            implements Envelope {}

    record Failure(
            boolean success,
            Error error,
            Instant timestamp,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String traceId)
            implements Envelope {}

    record Error(String code, String message, List<BusinessException.Detail> details) {}
}
