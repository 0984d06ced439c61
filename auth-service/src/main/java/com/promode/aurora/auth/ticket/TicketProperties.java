package com.promode.aurora.auth.ticket;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Tickets for WebSockets.
 *
 * @param secret shared with notification-service, which redeems them
 */
@Validated
@ConfigurationProperties("aurora.ticket")
record TicketProperties(
        @Size(min = 32, message = "needs 32 characters: set AURORA_TICKET_SECRET")
        String secret,

        @DefaultValue("30s") Duration life) {

    /** Not to be found in logs. */
    @Override
    public String toString() {
        return "TicketProperties[" + life + "]";
    }
}
