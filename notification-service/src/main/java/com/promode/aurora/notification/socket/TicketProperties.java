package com.promode.aurora.notification.socket;

import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param secret shared with auth-service, which issues tickets */
@Validated
@ConfigurationProperties("aurora.ticket")
record TicketProperties(
        @Size(min = 32, message = "needs 32 characters: set AURORA_TICKET_SECRET")
        String secret) {

    /** Not to be found in logs. */
    @Override
    public String toString() {
        return "TicketProperties[]";
    }
}
