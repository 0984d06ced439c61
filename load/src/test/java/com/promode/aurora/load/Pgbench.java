package com.promode.aurora.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark, on the connections and with the rights that inventory-service has. */
record Pgbench(Path program, RunningSystem system, Path script, int clients) {

    private static final Pattern PROCESSED = Pattern.compile("transactions actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+) \\(without initial connection time\\)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    static Pgbench of(RunningSystem system, Path script, int clients) {
        return new Pgbench(find(), system, script, clients);
    }

    private static Path find() {
        var asked = Optional.ofNullable(System.getProperty("pgbench")).map(Path::of);
        return Stream.concat(asked.stream(), Stream.concat(ofDebian(), onPath()))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "pgbench is not there. Install it (Debian: apt-get install postgresql, 15 or later), or name one"
                                + " with -Dpgbench=/path/to/pgbench"));
    }

    /** The newest first. */
    private static Stream<Path> ofDebian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions
                    .sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin/pgbench"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> onPath() {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .map(folder -> Path.of(folder, "pgbench"));
    }

    /** How many transactions have been committed, in which time without that of connecting. Prepared statements, as the service has them. */
    Made runFor(Duration time) {
        var builder = new ProcessBuilder(
                        program.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + time.toSeconds(),
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + system.postgresPort(),
                        "--username=" + RunningSystem.SERVICE,
                        "aurora")
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", system.password(RunningSystem.SERVICE));
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            var processed = PROCESSED.matcher(output);
            var rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !processed.find() || !rate.find()) {
                throw new IllegalStateException(String.join(" ", List.of(program.toString(), "failed:", output)));
            }
            var count = Long.parseLong(processed.group(1));
            return new Made(count, Duration.ofMillis(Math.round(1000 * count / Double.parseDouble(rate.group(1)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
