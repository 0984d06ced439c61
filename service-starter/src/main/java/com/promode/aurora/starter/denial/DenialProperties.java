package com.promode.aurora.starter.denial;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many refusals are told.
 *
 * @param perUserAndMinute by each replica; whoever is refused more often adds nothing that is not known by then
 * @param waiting to be told at most; more than that are dropped, as while the database is down
 */
@ConfigurationProperties("aurora.denial")
@Validated
record DenialProperties(
        @DefaultValue("20") @Min(0) @Max(1_000) int perUserAndMinute,
        @DefaultValue("256") @Min(1) @Max(10_000) int waiting) {}
