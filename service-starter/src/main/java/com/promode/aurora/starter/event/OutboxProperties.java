package com.promode.aurora.starter.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events leave and what is remembered of those that came.
 *
 * @param relay whether this process may send; at least one per service has to
 * @param directUrl JDBC address that leads to PostgreSQL itself, where that of the service leads to a pooler
 * @param block rows read at once
 * @param poll how soon a commit is seen of which nobody has told
 * @param deliveryTimeout when Kafka is taken to be out of reach; shorter than the silence that costs an owner its lock
 * @param inboxKept how long an event that comes again is recognised; longer than any topic keeps it
 */
@ConfigurationProperties("aurora.outbox")
@Validated
public record OutboxProperties(
        @DefaultValue("true") boolean relay,
        @Nullable String directUrl,
        @DefaultValue("1000") @Min(1) @Max(10_000) int block,

        @DefaultValue("250ms") @DurationMin(millis = 10) @DurationMax(seconds = 5)
        Duration poll,

        @DefaultValue("5s") @DurationMin(seconds = 1) @DurationMax(seconds = 7)
        Duration deliveryTimeout,

        @DefaultValue("14d") @DurationMin(days = 1) Duration inboxKept) {}
