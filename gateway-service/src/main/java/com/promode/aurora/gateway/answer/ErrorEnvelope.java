package com.promode.aurora.gateway.answer;

import java.time.Instant;
import java.util.List;

/** The failure answer of the whole system; the gateway never has details. */
record ErrorEnvelope(boolean success, Failure error, Instant timestamp, String traceId) {

    record Failure(String code, String message, List<String> details) {}

    static ErrorEnvelope of(Refusal refusal, Instant now, String traceId) {
        return new ErrorEnvelope(false, new Failure(refusal.name(), refusal.message, List.of()), now, traceId);
    }
}
