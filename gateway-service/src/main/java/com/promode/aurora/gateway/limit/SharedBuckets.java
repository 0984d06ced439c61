package com.promode.aurora.gateway.limit;

import com.promode.aurora.gateway.limit.LimitProperties.Rate;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;

/**
 * In a Redis or Valkey that all replicas share. When it does not answer in time, a replica counts for itself: callers are
 * served rather than refused, and still cannot take more than their share from each replica.
 */
class SharedBuckets implements Buckets, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SharedBuckets.class);
    private static final String PREFIX = "aurora:limit:";

    private final RedisClient client;
    private final RedisURI address;
    private final Buckets own;
    private final Duration patience;
    private final Duration pause;
    private final Clock clock;
    private final Mono<AsyncProxyManager<String>> manager;
    private volatile Instant leftAloneUntil = Instant.EPOCH;

    SharedBuckets(LimitProperties limits, Buckets own, Clock clock) {
        this.own = own;
        this.patience = limits.sharedPatience();
        this.pause = limits.sharedPause();
        this.clock = clock;
        this.address = RedisURI.create(limits.shared());
        this.client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(patience).build())
                .build());
        // connects with the first request, and again after a failure
        this.manager = Mono.fromCompletionStage(
                        () -> client.connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address))
                .map(SharedBuckets::manager)
                .cacheInvalidateIf(manager -> false);
    }

    @Override
    public Mono<ConsumptionProbe> take(String name, Rate rate) {
        if (clock.instant().isBefore(leftAloneUntil)) {
            return own.take(name, rate);
        }
        return manager.flatMap(buckets -> Buckets.take(buckets, PREFIX + name, rate))
                .timeout(patience)
                .onErrorResume(failure -> {
                    leaveAlone(failure);
                    return own.take(name, rate);
                });
    }

    private void leaveAlone(Throwable failure) {
        var now = clock.instant();
        if (now.isAfter(leftAloneUntil)) {
            log.warn("Each replica counts requests for itself: {} does not answer: {}", address, failure.toString());
        }
        leftAloneUntil = now.plus(pause);
    }

    private static AsyncProxyManager<String> manager(StatefulRedisConnection<String, byte[]> connection) {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build()
                .asAsync();
    }

    @Override
    public void destroy() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
}
