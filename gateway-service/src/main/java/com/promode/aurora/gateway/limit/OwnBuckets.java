package com.promode.aurora.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.promode.aurora.gateway.limit.LimitProperties.Rate;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** In memory, so each replica counts for itself; a bucket that has refilled is forgotten. */
class OwnBuckets implements Buckets {

    private static final int MOST = 200_000;

    private final AsyncProxyManager<String> manager = Bucket4jCaffeine.<String>builderFor(
                    Caffeine.newBuilder().maximumSize(MOST))
            .expirationAfterWrite(
                    ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
            .build()
            .asAsync();

    @Override
    public Mono<ConsumptionProbe> take(String name, Rate rate) {
        return Buckets.take(manager, name, rate);
    }
}
