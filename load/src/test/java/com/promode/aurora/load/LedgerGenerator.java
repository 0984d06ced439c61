package com.promode.aurora.load;

import static com.promode.aurora.load.MeasuredProducts.script;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of trade in tenant {@code other}, whose manager may read it: PostgreSQL makes the rows itself, nothing travels. The
 * ledger is append-only for its owner too, so only {@code ./aurora reset} throws it away.
 */
record LedgerGenerator(RunningSystem system, int cohorts) {

    static final int PRODUCTS = 2_000;

    /** Of which the last holds nothing. */
    static final int LOCATIONS = 21;

    static final int MOVEMENTS_OF_LOT = 50;
    static final Ids IDS = new Ids("0192f00c");

    private static final String TENANT = "0192f000-0000-7000-8000-000000000002";
    private static final int WORKERS = 2;
    private static final int STEPS_TOLD = 20;

    /** As many as the system property says, in whole cohorts. */
    static LedgerGenerator of(RunningSystem system) {
        return new LedgerGenerator(system, Integer.getInteger("movements", 10_000_000) / (PRODUCTS * MOVEMENTS_OF_LOT));
    }

    int movements() {
        return cohorts * PRODUCTS * MOVEMENTS_OF_LOT;
    }

    int lots() {
        return cohorts * PRODUCTS;
    }

    /** Loads what is not there yet; may be broken off at any time and run again. */
    void load() {
        var start = start();
        var missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        var began = System.nanoTime();
        var queue = new ConcurrentLinkedQueue<>(missing);
        var done = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            IntStream.range(0, WORKERS)
                    .mapToObj(worker -> CompletableFuture.runAsync(
                            () -> work(queue, start, () -> tell(done.incrementAndGet(), missing.size(), began)),
                            workers))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        system.database(RunningSystem.OWNER)
                .sql(
                        "VACUUM (ANALYZE) products, product_stock, lots, balances, receipts, waste_records, stock_movements,"
                                + " stock_movement_lots")
                .update();
        System.out.printf("ledger: cleaned and analysed after %d s%n", seconds(began));
    }

    private void work(ConcurrentLinkedQueue<Integer> cohorts, OffsetDateTime start, Runnable done) {
        withOwner((database, transactions) -> {
            var sql = script("/ledger/cohort.sql");
            for (var cohort = cohorts.poll(); cohort != null; cohort = cohorts.poll()) {
                var parameters = parameters(Map.of("start", start, "cohort", cohort, "cohorts", this.cohorts));
                transactions.executeWithoutResult(
                        status -> database.sql(sql).params(parameters).update());
                done.run();
            }
        });
    }

    /** When the year began; makes products and locations when this is the first time. */
    private OffsetDateTime start() {
        var known = known();
        if (known.isEmpty()) {
            var start = Instant.now()
                    .minus(Duration.ofDays(365))
                    .truncatedTo(ChronoUnit.MILLIS)
                    .atOffset(ZoneOffset.UTC);
            withOwner((database, transactions) ->
                    transactions.executeWithoutResult(status -> database.sql(script("/ledger/catalogue.sql"))
                            .params(parameters(Map.of("start", start, "size", Integer.toString(movements()))))
                            .update()));
        }
        var catalogue = known().orElseThrow();
        if (!catalogue.size().equals(Integer.toString(movements()))) {
            throw new IllegalStateException(
                    "A ledger of %s movements is there; ./aurora reset throws it away".formatted(catalogue.size()));
        }
        return catalogue.start();
    }

    private Optional<Catalogue> known() {
        return system.database(RunningSystem.OWNER)
                .sql("SELECT description AS size, created_at AS start FROM categories WHERE id = :id")
                .param("id", IDS.category(0))
                .query((row, number) ->
                        new Catalogue(row.getString("size"), row.getObject("start", OffsetDateTime.class)))
                .optional();
    }

    private List<Integer> missing() {
        var database = system.database(RunningSystem.OWNER);
        return IntStream.range(0, cohorts)
                .filter(cohort -> database.sql("SELECT NOT EXISTS (SELECT FROM receipts WHERE id = :id)")
                        .param("id", IDS.receipt(20L * cohort))
                        .query(Boolean.class)
                        .single())
                .boxed()
                .toList();
    }

    private static Map<String, Object> parameters(Map<String, Object> own) {
        var all = new HashMap<String, Object>(own);
        all.put("tenant", UUID.fromString(TENANT));
        return all;
    }

    private void withOwner(Work work) {
        var source = system.dataSource(RunningSystem.OWNER);
        var connection = new SingleConnectionDataSource(
                String.valueOf(source.getUrl()), RunningSystem.OWNER, system.password(RunningSystem.OWNER), true);
        try {
            var database = JdbcClient.create(connection);
            database.sql("SET timezone = 'UTC'; SET synchronous_commit = off; SET work_mem = '256MB'")
                    .update();
            database.sql("CREATE FUNCTION pg_temp.id(kind INTEGER, number BIGINT) RETURNS UUID LANGUAGE sql IMMUTABLE"
                            + " PARALLEL SAFE RETURN ('0192f00c-' || lpad(kind::text, 4, '0') || '-7000-8000-'"
                            + " || lpad(number::text, 12, '0'))::uuid")
                    .update();
            work.with(database, new TransactionTemplate(new DataSourceTransactionManager(connection)));
        } finally {
            connection.destroy();
        }
    }

    private void tell(int done, int all, long began) {
        if (done % Math.max(1, all / STEPS_TOLD) == 0) {
            System.out.printf(
                    "ledger: %,d of %,d movements after %d s%n",
                    done * PRODUCTS * MOVEMENTS_OF_LOT, all * PRODUCTS * MOVEMENTS_OF_LOT, seconds(began));
        }
    }

    private static long seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    /** Balances that are not the sum of the ledger's lines, and products whose stock is not the sum of their balances. */
    long faults() {
        return system.database(RunningSystem.OWNER)
                .sql(script("/ledger/faults.sql"))
                .param("first", IDS.product(0))
                .param("last", IDS.product(PRODUCTS - 1))
                .query(Long.class)
                .single();
    }

    private record Catalogue(String size, OffsetDateTime start) {}

    private interface Work {
        void with(JdbcClient database, TransactionTemplate transactions);
    }
}
