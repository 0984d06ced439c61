package com.promode.aurora.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.load.InventoryLists.InventoryList;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How soon inventory-service answers each of its lists over ten million movements, past the gateway. */
@Tag("benchmark")
@TestInstance(Lifecycle.PER_CLASS)
class ListBenchmarkTests {

    private static final int CONNECTIONS = Integer.getInteger("list-connections", 4);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm-up", 60));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("measured", 10));
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration GOAL = Duration.ofMillis(50);

    private final RunningSystem system = RunningSystem.find();
    private String token = "";
    private List<InventoryList> lists = List.of();

    @BeforeAll
    void load() {
        var ledger = LedgerGenerator.of(system);
        ledger.load();
        token = system.signIn("warehouse@other.local");
        lists = new InventoryLists(system, token, ledger).all();
        requests(lists.stream()
                        .filter(list -> list.name().startsWith("movements of a product")
                                || list.name().equals("products"))
                        .flatMap(list -> list.paths().stream())
                        .toList())
                .sendFor(WARM_UP);
    }

    List<InventoryList> lists() {
        return lists;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyListIsAnsweredSoon(InventoryList list) {
        var requests = requests(list.paths());
        requests.sendFor(FIRST);

        var answered = requests.sendFor(MEASURED);

        System.out.printf(
                "%-50s p50 %7.1f ms, p95 %7.1f ms, p99 %7.1f ms, %6.0f/s%n",
                list.name(),
                millis(answered, 50),
                millis(answered, 95),
                millis(answered, 99),
                (double) answered.getTotalCount() / MEASURED.toSeconds());
        assertThat(millis(answered, 95)).as("p95 of %s in ms", list.name()).isLessThan(GOAL.toMillis());
    }

    private Requests requests(List<String> paths) {
        return Requests.get(system.inventory(), token, CONNECTIONS, paths);
    }

    private static double millis(Histogram answered, double percentile) {
        return answered.getValueAtPercentile(percentile) / 1000.0;
    }
}
