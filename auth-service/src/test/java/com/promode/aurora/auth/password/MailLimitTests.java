package com.promode.aurora.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MailLimitTests {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    private final MailLimit limit = new MailLimit(2, Duration.ofHours(1), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void countsEachForItself() {
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isTrue();
        assertThat(limit.allows("a")).isFalse();
        assertThat(limit.allows("b")).isTrue();
    }

    @Test
    void beginsAnewAfterTheWindow() {
        for (var time = 0; time < 5; time++) {
            limit.allows("a");
        }
        now = now.plus(Duration.ofMinutes(59));
        assertThat(limit.allows("a")).isFalse();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(limit.allows("a")).isTrue();
    }
}
