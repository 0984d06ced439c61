package com.promode.aurora.gateway.limit;

import com.promode.aurora.gateway.limit.LimitProperties.Rate;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import reactor.core.publisher.Mono;

/** Where requests are counted. */
interface Buckets {

    /** Takes one from the bucket of that name, which is full when it is seen for the first time. */
    Mono<ConsumptionProbe> take(String name, Rate rate);

    static Mono<ConsumptionProbe> take(AsyncProxyManager<String> manager, String name, Rate rate) {
        var bandwidth = Bandwidth.builder()
                .capacity(rate.count())
                .refillGreedy(rate.count(), rate.period())
                .build();
        var configuration = BucketConfiguration.builder().addLimit(bandwidth).build();
        // a bucket keeps the rate it was made with: another rate is another bucket
        var key = "%s %d/%s".formatted(name, rate.count(), rate.period());
        return Mono.fromFuture(() -> manager.builder().build(key, configuration).tryConsumeAndReturnRemaining(1));
    }
}
