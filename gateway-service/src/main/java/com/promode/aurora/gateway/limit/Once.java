package com.promode.aurora.gateway.limit;

import com.promode.aurora.gateway.limit.LimitProperties.Rate;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers what was there before: by all replicas together where they count together. */
@Component
public class Once {

    private final Buckets buckets;

    Once(Buckets buckets) {
        this.buckets = buckets;
    }

    /** Whether it is the first time for so long; a bucket of one, which takes that long to refill. */
    public Mono<Boolean> isFirst(String name, Duration within) {
        return buckets.take("once " + name, new Rate(1, within)).map(ConsumptionProbe::isConsumed);
    }
}
