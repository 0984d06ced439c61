package com.promode.aurora.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the connections of inventory-service's role do while they have work, looked at ten times a second. */
final class Waits implements AutoCloseable {

    private static final String LOOK = """
            SELECT coalesce(wait_event_type || ' ' || wait_event, 'computing') AS what, count(*) AS connections
            FROM pg_stat_activity WHERE usename = 'inventory_service' AND state <> 'idle' GROUP BY 1
            """;

    private static final int MILLIS = 100;
    private static final int MOST = 6;

    private final SingleConnectionDataSource connection;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    Waits(RunningSystem system) {
        connection = new SingleConnectionDataSource(
                String.valueOf(system.dataSource(RunningSystem.SUPERUSER).getUrl()),
                RunningSystem.SUPERUSER,
                system.password(RunningSystem.SUPERUSER),
                true);
        var database = JdbcClient.create(connection);
        clock.scheduleAtFixedRate(() -> look(database), MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(JdbcClient database) {
        database.sql(LOOK)
                .query((row, number) -> seen.merge(row.getString("what"), row.getLong("connections"), Long::sum))
                .list();
    }

    /** The commonest first. {@code Client ClientRead} is a transaction that waits for its program. */
    @Override
    public String toString() {
        var all = Math.max(1, seen.values().stream().mapToLong(Long::longValue).sum());
        return seen.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST)
                .map(entry -> "%s %d %%".formatted(entry.getKey(), 100 * entry.getValue() / all))
                .collect(Collectors.joining(", ", "connections: ", ""));
    }

    @Override
    public void close() {
        clock.close();
        connection.destroy();
    }
}
