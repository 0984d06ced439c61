package com.promode.aurora.e2e;

import java.time.Duration;
import java.time.Instant;
import org.HdrHistogram.ConcurrentHistogram;

/** How long something took, many times over. */
final class Delays {

    private static final int DIGITS = 3;
    private static final double MICROS = 1000;

    private final String what;
    private final ConcurrentHistogram micros = new ConcurrentHistogram(DIGITS);

    Delays(String what) {
        this.what = what;
    }

    /** What came before it was expected took no time. */
    void add(Instant from, Instant to) {
        micros.recordValue(Math.max(0, Duration.between(from, to).toNanos() / (long) MICROS));
    }

    long count() {
        return micros.getTotalCount();
    }

    @Override
    public String toString() {
        return "%-34s %6d  p50 %7.1f ms  p95 %7.1f ms  p99 %7.1f ms  max %7.1f ms"
                .formatted(what, count(), at(50), at(95), at(99), at(100));
    }

    private double at(double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS;
    }
}
