package com.promode.aurora.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The time that parts of the measured system have computed, with all processes that they started. */
record Cpu(List<ProcessHandle> processes) {

    // of the words after the name in parentheses: user and system time, its own and that of children that have ended
    private static final int FIRST = 11;
    private static final int LAST = 14;
    private static final long TICK_MILLIS = 10;

    /** Of the system whose files lie below that folder: others may run beside it. */
    static Cpu of(Path root, String service) {
        return find(service, folder(root), line -> line.contains("-jar") && line.contains(service));
    }

    static Cpu ofPostgres(Path root) {
        return find("PostgreSQL", folder(root), line -> line.contains("bin/postgres"));
    }

    static Cpu ofAll(Path root) {
        return find("The system", folder(root) + ".aurora/", line -> true);
    }

    private static String folder(Path root) {
        return root.toAbsolutePath().normalize() + "/";
    }

    private static Cpu find(String what, String folder, Predicate<String> wanted) {
        var found = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder))
                        .filter(wanted)
                        .isPresent())
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException(what + " does not run: begin with AURORA_RATE_LIMIT=off ./aurora up");
        }
        return new Cpu(found);
    }

    Duration used() {
        return processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .map(Cpu::used)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration used(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
            var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var ticks = 0L;
            for (var word = FIRST; word <= LAST; word++) {
                ticks += Long.parseLong(words[word]);
            }
            return Duration.ofMillis(ticks * TICK_MILLIS);
        } catch (IOException ignored) {
            // it has ended meanwhile, and counts with its parent
            return Duration.ZERO;
        }
    }
}
