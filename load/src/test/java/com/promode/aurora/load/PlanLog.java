package com.promode.aurora.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has PostgreSQL write down the plan of each statement that inventory-service runs, so that what is judged is what really
 * runs: its SQL, its role under row-level security, its tenant, its prepared statements.
 */
final class PlanLog implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "session_preload_libraries", "auto_explain",
            "auto_explain.log_min_duration", "0",
            "auto_explain.log_analyze", "on",
            "auto_explain.log_buffers", "on",
            "auto_explain.log_parameter_max_length", "0");

    private static final Pattern HEAD = Pattern.compile("LOG: +duration: ([\\d.]+) ms +plan:$");
    private static final String QUERY = "Query Text: ";

    private final RunningSystem system;
    private final JdbcClient database;

    PlanLog(RunningSystem system) {
        this.system = system;
        this.database = system.database(RunningSystem.SUPERUSER);
        SETTINGS.forEach((setting, value) -> database.sql(
                        "ALTER ROLE %s SET %s = '%s'".formatted(RunningSystem.SERVICE, setting, value))
                .update());
        renewConnections();
    }

    /** The plans of what is done meanwhile, of each statement the last, since by then PostgreSQL has settled on one. */
    List<Plan> of(Runnable work) {
        var from = mark();
        work.run();
        var to = mark();
        var last = new LinkedHashMap<String, Plan>();
        plans(log().subList(from, to)).forEach(plan -> last.put(plan.sql(), plan));
        return List.copyOf(last.values());
    }

    private static List<Plan> plans(List<String> lines) {
        var plans = new ArrayList<Plan>();
        for (var line = 0; line < lines.size(); line++) {
            var head = HEAD.matcher(lines.get(line));
            if (head.find()) {
                var end = line + 1;
                while (end < lines.size() && lines.get(end).startsWith("\t")) {
                    end++;
                }
                plans.add(plan(
                        Double.parseDouble(head.group(1)),
                        lines.subList(line + 1, end).stream()
                                .map(text -> text.substring(1))
                                .toList()));
                line = end - 1;
            }
        }
        return plans;
    }

    /** First the statement, which may have several lines, then the plan, which begins with the first line with a cost. */
    private static Plan plan(double millis, List<String> lines) {
        var first = 0;
        while (!lines.get(first).contains("(cost=")) {
            first++;
        }
        var sql = String.join(" ", lines.subList(0, first))
                .replaceFirst(QUERY, "")
                .replaceAll("\\s+", " ")
                .strip();
        return new Plan(sql, millis, lines.subList(first, lines.size()));
    }

    /** The number of lines until now; waits until all that was written before has arrived in the file. */
    private int mark() {
        var mark = UUID.randomUUID().toString();
        database.sql("DO $$ BEGIN RAISE LOG '%s'; END $$".formatted(mark)).update();
        await().until(() -> log().stream().anyMatch(line -> line.contains(mark)));
        var lines = log();
        for (var line = lines.size() - 1; ; line--) {
            if (lines.get(line).contains(mark)) {
                return line;
            }
        }
    }

    private List<String> log() {
        try {
            return new String(Files.readAllBytes(system.postgresLog()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A setting of a role holds for new connections; a pool replaces those that it finds closed. */
    private void renewConnections() {
        database.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :role")
                .param("role", RunningSystem.SERVICE)
                .query(Boolean.class)
                .list();
    }

    @Override
    public void close() {
        SETTINGS.keySet()
                .forEach(setting -> database.sql("ALTER ROLE %s RESET %s".formatted(RunningSystem.SERVICE, setting))
                        .update());
        renewConnections();
    }
}
