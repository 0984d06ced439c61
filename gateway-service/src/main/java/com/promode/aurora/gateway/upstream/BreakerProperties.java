package com.promode.aurora.gateway.upstream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a service is left alone.
 *
 * @param calls how many calls are looked at, and how many must have been made before anything is decided
 * @param failures share of them, in percent, that opens the breaker
 * @param pause how long it stays open before single calls try again
 */
@ConfigurationProperties("aurora.gateway.breaker")
record BreakerProperties(
        @DefaultValue("20") int calls,
        @DefaultValue("50") float failures,
        @DefaultValue("5s") Duration pause) {}
