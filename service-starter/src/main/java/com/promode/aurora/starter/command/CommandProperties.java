package com.promode.aurora.starter.command;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How writes are run.
 *
 * @param attempts how often a command is tried when others change the same rows, the first try included
 * @param maxBody largest JSON body of a write
 * @param keepKeys how long the answer to an Idempotency-Key is kept
 */
@ConfigurationProperties("aurora.command")
@Validated
record CommandProperties(
        @DefaultValue("8") @Min(1) int attempts,
        @DefaultValue("10MB") DataSize maxBody,
        @DefaultValue("24h") Duration keepKeys) {}
