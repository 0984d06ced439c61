package com.promode.aurora.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.load.InventoryLists.InventoryList;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How PostgreSQL runs each list of inventory-service over ten million movements; writes docs/query-plans.md. */
@Tag("benchmark")
@TestInstance(Lifecycle.PER_CLASS)
class QueryPlanBenchmarkTests {

    /** A prepared statement of the driver after 5 runs, one plan for all parameters after 5 more. */
    private static final int RUNS = 12;

    private static final int LARGE = 10_000;
    private static final int WASTEFUL = 1_000;
    private static final int SLOW = 50;
    private static final Set<String> NOT_OF_LISTS = Set.of("outbox", "inbox", "idempotency", "tenants", "settings");

    private final RunningSystem system = RunningSystem.find();
    private final List<String> document = new ArrayList<>();
    private PlanLog log;
    private String token;
    private List<InventoryList> lists;

    @BeforeAll
    void load() {
        var ledger = LedgerGenerator.of(system);
        ledger.load();
        token = system.signIn("warehouse@other.local");
        lists = new InventoryLists(system, token, ledger).all();
        document.add("""
                # Query plans

                How PostgreSQL runs each list of inventory-service over %,d movements, %,d lots and %,d products: written by
                `QueryPlanBenchmarkTests` of `load`, not by hand. The statements are those of the service itself, noted by
                auto_explain in its own sessions: as its role, under row-level security, as prepared statements that have run
                %d times. A list with a sequential scan of a table above %,d rows fails the test. Partitions that are read alike
                are shown once.
                """.formatted(ledger.movements(), ledger.lots(), LedgerGenerator.PRODUCTS, RUNS, LARGE));
        log = new PlanLog(system);
        await().ignoreExceptions()
                .until(() ->
                        !system.get(lists.getFirst().paths().getFirst(), token).isEmpty());
    }

    List<InventoryList> lists() {
        return lists;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noListReadsALargeTableFromEndToEnd(InventoryList list) {
        var path = list.paths().getFirst();
        var plans = log.of(() -> {
            for (var run = 0; run < RUNS; run++) {
                system.get(path, token);
            }
        });
        var own = plans.stream().filter(QueryPlanBenchmarkTests::isOfList).toList();
        own.forEach(plan -> describe(list.name(), path, plan));

        assertThat(own).as("statements of %s", list).isNotEmpty();
        assertThat(own)
                .allSatisfy(plan -> assertThat(large(plan)).as(plan.sql()).isEmpty());
    }

    @AfterAll
    void write() throws IOException {
        log.close();
        Files.writeString(system.root().resolve("docs/query-plans.md"), String.join("\n", document));
    }

    private static boolean isOfList(Plan plan) {
        return plan.lines().stream().anyMatch(line -> line.contains("Scan"))
                && NOT_OF_LISTS.stream().noneMatch(plan::reads);
    }

    private void describe(String name, String path, Plan plan) {
        var what = plan.sql().startsWith("SELECT count(*)") ? name + ": the count" : name;
        document.add("## %s%n%n`GET %s`%n%n```%n%s%n```%n%n%s%n"
                .formatted(
                        Character.toUpperCase(what.charAt(0)) + what.substring(1), path, plan.compact(), judge(plan)));
    }

    private String judge(Plan plan) {
        var scanned = large(plan);
        var figures = String.format(Locale.ROOT, "%.1f ms, %,d rows read for nothing", plan.millis(), plan.removed());
        if (!scanned.isEmpty()) {
            return "**Bad**: reads %s from end to end; %s.".formatted(String.join(", ", scanned), figures);
        }
        if (plan.millis() > SLOW) {
            return "**Slow**: " + figures + ".";
        }
        return (plan.removed() > WASTEFUL ? "Wasteful: " : "Good: ") + figures + ".";
    }

    private List<String> large(Plan plan) {
        return plan.scannedSequentially().stream()
                .filter(table -> system.database(RunningSystem.OWNER)
                                .sql(
                                        "SELECT coalesce((SELECT reltuples FROM pg_class WHERE oid = to_regclass(:table)), 0)")
                                .param("table", table)
                                .query(Double.class)
                                .single()
                        > LARGE)
                .toList();
    }
}
