package com.promode.aurora.inventory.reservation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Reservations for customer orders.
 *
 * @param held how long something is set aside for an order that is not confirmed, where the tenant has not set it
 */
@ConfigurationProperties("aurora.reservation")
@Validated
record ReservationProperties(
        @DefaultValue("30m") @DurationMin(minutes = 1) Duration held) {}
