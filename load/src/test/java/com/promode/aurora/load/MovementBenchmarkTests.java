package com.promode.aurora.load;

import static com.promode.aurora.load.RunningSystem.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many stock movements a second inventory-service makes, past the gateway, beside what PostgreSQL can do at all: pgbench
 * writes the same rows to the same tables, in turns, each on products of its own.
 */
@Tag("benchmark")
class MovementBenchmarkTests {

    private static final String MOVEMENTS = "/api/warehouse/stock/movements";
    private static final UUID OTHER_FARMS = UUID.fromString("0192f000-0000-7000-8000-000000000002");
    private static final Ids OF_SERVICE = new Ids("0192f00a");
    private static final Ids OF_PGBENCH = new Ids("0192f00b");

    private static final int CONNECTIONS = 16;
    private static final int HOT = 50;
    private static final int BATCH = 1_000;
    private static final int BATCHES = 50;
    private static final int BATCH_CONNECTIONS = Integer.getInteger("batch-connections", 4);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm-up", 60));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("measured", 20));
    private static final double GOAL = 0.5;
    private static final int GOAL_OF_BATCHES = 10_000;

    private final RunningSystem system = RunningSystem.find();
    private final MeasuredProducts ofService =
            new MeasuredProducts(system.database(RunningSystem.OWNER), OF_SERVICE, OTHER_FARMS, BATCH);
    private final MeasuredProducts ofPgbench =
            new MeasuredProducts(system.database(RunningSystem.OWNER), OF_PGBENCH, OF_PGBENCH.tenant(), HOT);

    @BeforeEach
    void commitsSurviveAPowerFailure() {
        var service = system.database(RunningSystem.SERVICE);
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(service.sql("SHOW " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
        ofService.load();
        ofPgbench.load();
    }

    @Test
    void singleMovementsAreMeasuredBesidePgbench() throws Exception {
        var token = system.signIn("warehouse@other.local");
        var bodies = IntStream.rangeClosed(1, HOT)
                .mapToObj(this::movement)
                .map(JSON::writeValueAsString)
                .toList();
        var requests = Requests.post(system.inventory(), token, CONNECTIONS, MOVEMENTS, bodies);
        var script = Path.of(MovementBenchmarkTests.class
                .getResource("/pgbench/movement.sql")
                .toURI());
        var pgbench = Pgbench.of(system, script, CONNECTIONS);
        requests.sendFor(WARM_UP);
        pgbench.runFor(MEASURED.dividedBy(2));
        var service = new Rounds("inventory-service", ofService);
        var rows = new Rounds("pgbench", ofPgbench);

        for (var round = 1; round <= ROUNDS; round++) {
            service.measure(() -> made(1, requests));
            rows.measure(() -> pgbench.runFor(MEASURED));
        }

        System.out.printf("%s%n%s%n", service, rows);
        System.out.printf("ratio %.2f, goal %.1f%n", service.rate() / rows.rate(), GOAL);
    }

    @Test
    void batchesOfAThousandAreMeasured() {
        var token = system.signIn("warehouse@other.local");
        var random = new Random(BATCH);
        var bodies = IntStream.range(0, BATCHES)
                .mapToObj(batch -> random.ints(BATCH, 1, BATCH + 1)
                        .mapToObj(this::movement)
                        .toList())
                .map(JSON::writeValueAsString)
                .toList();
        var requests = Requests.post(system.inventory(), token, BATCH_CONNECTIONS, MOVEMENTS, bodies);
        requests.sendFor(WARM_UP);
        var batches = new Rounds("batches of " + BATCH, ofService);

        for (var round = 1; round <= ROUNDS; round++) {
            batches.measure(() -> made(BATCH, requests));
        }

        System.out.printf("%s%nlines %.0f/s, goal %d%n", batches, batches.rate(), GOAL_OF_BATCHES);
    }

    private static Made made(int each, Requests requests) {
        var began = System.nanoTime();
        var count = each * requests.sendFor(MEASURED).getTotalCount();
        return new Made(count, Duration.ofNanos(System.nanoTime() - began));
    }

    private Map<String, Object> movement(int product) {
        return Map.of(
                "productId",
                OF_SERVICE.product(product),
                "movementType",
                "outbound",
                "quantity",
                1,
                "fromLocationId",
                ofService.location());
    }

    /** What several rounds made and used together. */
    private final class Rounds {

        private final String name;
        private final MeasuredProducts products;
        private Usage usage = Usage.NONE;
        private Duration time = Duration.ZERO;
        private long movements;
        private String waits = "";

        Rounds(String name, MeasuredProducts products) {
            this.name = name;
            this.products = products;
        }

        /** Each movement that was answered has been written, and nothing else. */
        void measure(Supplier<Made> work) {
            system.awaitQuiet();
            var taken = products.taken().ofProducts();
            var before = Usage.of(system);
            try (var looking = new Waits(system)) {
                var made = work.get();
                usage = usage.plus(Usage.of(system).since(before));
                time = time.plus(made.time());
                movements += made.movements();
                waits = looking.toString();
                System.out.printf("%s: %.0f movements/s%n", name, perSecond(made.movements(), made.time()));

                var sums = products.taken();
                assertThat(sums.ofProducts().subtract(taken)).isEqualByComparingTo(Long.toString(made.movements()));
                assertThat(sums.ofLedger()).isEqualByComparingTo(sums.ofProducts());
            }
        }

        double rate() {
            return perSecond(movements, time);
        }

        private static double perSecond(long count, Duration time) {
            return count * 1000.0 / time.toMillis();
        }

        @Override
        public String toString() {
            return "%s: %.0f movements/s; %s; %s".formatted(name, rate(), usage.per(movements), waits);
        }
    }
}
