package com.promode.aurora.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.gateway.TestRedis;
import com.promode.aurora.gateway.limit.LimitProperties.Rate;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;

class SharedBucketsTests {

    private static final Rate HUNDRED = new Rate(100, Duration.ofHours(10));

    private final String name = UUID.randomUUID().toString();

    @Test
    void replicasTogetherLetThroughExactlyTheShare() throws Exception {
        try (var redis = new TestRedis()) {
            var one = buckets(redis.url());
            var other = buckets(redis.url());
            one.take(name, HUNDRED).block();
            other.take(name, HUNDRED).block();

            var let = Flux.fromStream(IntStream.range(0, 200).boxed())
                    .flatMap(turn -> (turn % 2 == 0 ? one : other).take(name, HUNDRED), 16)
                    .filter(ConsumptionProbe::isConsumed)
                    .count()
                    .block();

            assertThat(let).isEqualTo(98);
            one.destroy();
            other.destroy();
        }
    }

    @Test
    void aReplicaCountsForItselfWhileTheStoreIsDown() {
        var buckets = buckets("redis://127.0.0.1:9");
        var rate = new Rate(2, Duration.ofHours(1));
        var start = System.nanoTime();

        assertThat(IntStream.range(0, 3).mapToObj(turn -> taken(buckets, rate))).containsExactly(true, true, false);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        buckets.destroy();
    }

    @Test
    void aReplicaGoesOnWhenTheStoreDiesUnderIt() {
        var rate = new Rate(2, Duration.ofHours(1));
        var redis = new TestRedis();
        var buckets = buckets(redis.url());
        assertThat(taken(buckets, rate)).isTrue();

        redis.close();

        assertThat(IntStream.range(0, 3).mapToObj(turn -> taken(buckets, rate))).containsExactly(true, true, false);
        buckets.destroy();
    }

    private boolean taken(Buckets buckets, Rate rate) {
        return buckets.take(name, rate)
                .blockOptional(Duration.ofSeconds(3))
                .orElseThrow()
                .isConsumed();
    }

    private static SharedBuckets buckets(String url) {
        var properties = new LimitProperties(
                true,
                HUNDRED,
                Map.of(),
                Map.of(),
                HUNDRED,
                Set.of(),
                url,
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                DataSize.ofMegabytes(1));
        return new SharedBuckets(properties, new OwnBuckets(), Clock.systemUTC());
    }
}
