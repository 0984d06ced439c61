package com.promode.aurora.auth.factor;

import com.promode.aurora.starter.web.BusinessException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

/**
 * keycloak-extension's refusals in Aurora's words.
 *
 * @param error its word
 */
record FactorRefusal(@Nullable String error) {

    static RuntimeException of(HttpClientErrorException e) {
        var refusal = e.getResponseBodyAs(FactorRefusal.class);
        return switch (refusal == null || refusal.error() == null ? "" : refusal.error()) {
            case "no_user" -> BusinessException.unauthenticated("UNAUTHENTICATED", "This account is gone");
            case "exists" ->
                BusinessException.conflict(
                        "CONFLICT",
                        "You have an authenticator app; remove your second factors before you enrol another");
            case "nothing_to_confirm" ->
                BusinessException.conflict("CONFLICT", "No enrolment is under way; begin again");
            case "no_factor" -> BusinessException.conflict("CONFLICT", "You have no second factor; enrol one first");
            case "wrong_code" -> BusinessException.invalid("code", "is not right, no longer good, or was used before");
            case "sms_unavailable" -> BusinessException.unavailable("Text messages can't be sent right now");
            case "too_many" ->
                new BusinessException(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "RATE_LIMITED",
                        "Too many tries; wait a quarter of an hour",
                        List.of());
            default -> e;
        };
    }
}
