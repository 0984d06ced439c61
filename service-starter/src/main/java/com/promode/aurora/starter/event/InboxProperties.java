package com.promode.aurora.starter.event;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events are taken in.
 *
 * @param patience how long an event, and with it its partition, waits for what another topic has not told yet; longer than
 *     topics lag behind each other
 */
@ConfigurationProperties("aurora.inbox")
@Validated
record InboxProperties(
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration patience) {}
