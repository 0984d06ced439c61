package com.promode.aurora.keycloak.factor;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;

/** Why auth-service is refused, in the field {@code error} of the answer. */
enum Refusal {
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NO_USER(404),
    EXISTS(409),
    NOTHING_TO_CONFIRM(409),
    NO_FACTOR(409),
    WRONG_CODE(422),
    /** Twilio, or its settings: no fault of Keycloak's, so no 5xx. */
    SMS_UNAVAILABLE(424),
    TOO_MANY(429);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    WebApplicationException exception() {
        return new WebApplicationException(Response.status(status)
                .entity(Map.of("error", name().toLowerCase(Locale.ROOT)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build());
    }
}
