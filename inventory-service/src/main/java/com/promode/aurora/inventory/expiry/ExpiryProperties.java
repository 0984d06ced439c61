package com.promode.aurora.inventory.expiry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How lots are watched that will expire.
 *
 * @param interval between two looks
 * @param warningDays how many days before the last one they are told, where the tenant has not set it
 * @param batch how many are told in one transaction
 */
@ConfigurationProperties("aurora.expiry")
@Validated
record ExpiryProperties(
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration interval,
        @DefaultValue("3") @Min(0) @Max(365) int warningDays,
        @DefaultValue("500") @Min(1) int batch) {}
