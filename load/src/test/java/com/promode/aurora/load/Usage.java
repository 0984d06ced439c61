package com.promode.aurora.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What has been used so far of that which may bound a rate.
 *
 * @param passed on the clock
 * @param all of the system, with Kafka and everybody who hears of the movements
 * @param busy of all cores of the machine, the measuring program among it
 * @param waiting cores that had nothing to do but wait for the disk
 * @param syncs of the write-ahead log
 * @param logged bytes of the write-ahead log
 */
record Usage(
        Duration passed,
        Duration service,
        Duration postgres,
        Duration all,
        Duration busy,
        Duration waiting,
        long syncs,
        long logged) {

    static final Usage NONE =
            new Usage(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0);

    private static final long TICK_MILLIS = 10;

    // of the words of the first line of /proc/stat
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int STOLEN = 8;

    static Usage of(RunningSystem system) {
        try {
            var words = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
            var busy = 0L;
            for (var word = 1; word < STOLEN; word++) {
                busy += word == IDLE || word == WAITING ? 0 : Long.parseLong(words[word]);
            }
            var database = system.database(RunningSystem.SUPERUSER);
            return new Usage(
                    Duration.ofNanos(System.nanoTime()),
                    Cpu.of(system.root(), "inventory-service").used(),
                    Cpu.ofPostgres(system.root()).used(),
                    Cpu.ofAll(system.root()).used(),
                    Duration.ofMillis(busy * TICK_MILLIS),
                    Duration.ofMillis(Long.parseLong(words[WAITING]) * TICK_MILLIS),
                    number(database, "SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal'"),
                    number(database, "SELECT wal_bytes FROM pg_stat_wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    Usage since(Usage before) {
        return new Usage(
                passed.minus(before.passed),
                service.minus(before.service),
                postgres.minus(before.postgres),
                all.minus(before.all),
                busy.minus(before.busy),
                waiting.minus(before.waiting),
                syncs - before.syncs,
                logged - before.logged);
    }

    Usage plus(Usage other) {
        return new Usage(
                passed.plus(other.passed),
                service.plus(other.service),
                postgres.plus(other.postgres),
                all.plus(other.all),
                busy.plus(other.busy),
                waiting.plus(other.waiting),
                syncs + other.syncs,
                logged + other.logged);
    }

    /** Of each of so many movements. */
    String per(long movements) {
        var rest = all.minus(service).minus(postgres);
        var cores = passed.multipliedBy(Runtime.getRuntime().availableProcessors());
        return "CPU per movement: inventory-service %.3f ms, PostgreSQL %.3f ms, the rest of the system %.3f ms; "
                        .formatted(millis(service, movements), millis(postgres, movements), millis(rest, movements))
                + "%d cores busy %.0f %%, waiting for the disk %.0f %%; "
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                100.0 * busy.toMillis() / cores.toMillis(),
                                100.0 * waiting.toMillis() / cores.toMillis())
                + "%.1f movements per sync of the log, %d bytes of it each"
                        .formatted((double) movements / Math.max(syncs, 1), logged / movements);
    }

    private static double millis(Duration used, long movements) {
        return (double) used.toMillis() / movements;
    }
}
