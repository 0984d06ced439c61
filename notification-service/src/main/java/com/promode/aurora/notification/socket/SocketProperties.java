package com.promode.aurora.notification.socket;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How sockets behave.
 *
 * @param allowedOrigins of pages besides our own, e.g. {@code https://portal.example}; empty means only our own
 * @param heartbeat between two pings; a client that has not answered the one before is gone
 * @param sendTimeout how long one message may take to leave
 * @param sendBuffer messages that may wait for a slow client
 * @param replayLimit most messages that {@code ?since=} brings back
 */
@Validated
@ConfigurationProperties("aurora.socket")
record SocketProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("20s") Duration heartbeat,
        @DefaultValue("5s") Duration sendTimeout,
        @DefaultValue("1000") @Min(1) int sendBuffer,
        @DefaultValue("1000") @Min(1) @Max(10_000) int replayLimit) {}
